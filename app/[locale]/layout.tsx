import type { ReactNode } from "react";
import { Document } from "@/components/ui/Document";
import { findLocales } from "@/lib/content/lesson";
import { fontVariables } from "../fonts";
import "../base.css";

export { metadata, viewport } from "../metadata";

export const dynamicParams = false;

export async function generateStaticParams() {
  return (await findLocales()).map((locale) => ({ locale }));
}

interface LayoutProps {
  params: Promise<{ locale: string }>;
  children: ReactNode;
}

export default async function LocaleLayout({ params, children }: LayoutProps) {
  const { locale } = await params;
  return (
    <Document lang={locale} className={fontVariables}>
      {children}
    </Document>
  );
}
