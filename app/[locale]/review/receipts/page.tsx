import type { Metadata } from "next";
import { AboutReceipts } from "@/components/assignment/AboutReceipts";
import { Page } from "@/components/ui/Page";
import { withBase } from "@/lib/base";
import { type Locale, stringsFor } from "@/lib/content/locale";

export const metadata: Metadata = { title: "What a receipt proves · Glassbox" };

export default async function AboutReceiptsRoute({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale as Locale;
  return (
    <Page home={withBase(`/${locale}/`)} strings={stringsFor(locale)}>
      <AboutReceipts locale={locale} />
    </Page>
  );
}
