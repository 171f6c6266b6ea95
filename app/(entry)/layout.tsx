import type { ReactNode } from "react";
import { Document } from "@/components/ui/Document";
import { defaultLocale } from "@/lib/content/locale";
import { fontVariables } from "../fonts";
import "../base.css";

export { metadata, viewport } from "../metadata";

export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <Document lang={defaultLocale} className={fontVariables}>
      {children}
    </Document>
  );
}
