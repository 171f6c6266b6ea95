import type { Metadata } from "next";
import { Document } from "@/components/ui/Document";
import { Page } from "@/components/ui/Page";
import { BASE } from "@/lib/base";
import { defaultLocale, stringsFor } from "@/lib/content/locale";
import { fontVariables } from "./fonts";
import "./base.css";

const strings = stringsFor(defaultLocale);
const home = `${BASE}/${defaultLocale}/`;

export const metadata: Metadata = { title: `${strings.notFound} · Glassbox` };

/** Any address that is not there. */
export default function NotFound() {
  return (
    <Document lang={defaultLocale} className={fontVariables}>
      <Page home={home} strings={strings}>
        <h1>{strings.notFound}</h1>
        <p>
          <a href={home}>{strings.toCourse}</a>
        </p>
      </Page>
    </Document>
  );
}
