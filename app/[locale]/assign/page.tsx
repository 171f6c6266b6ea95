import type { Metadata } from "next";
import { ComposerSlot } from "@/components/assignment/compose/ComposerSlot";
import { Opening } from "@/components/assignment/Opening";
import { stringsFor as wordsFor } from "@/components/assignment/strings";
import { Page } from "@/components/ui/Page";
import { withBase } from "@/lib/base";
import { type Locale, stringsFor } from "@/lib/content/locale";

export const metadata: Metadata = { title: "Make an assignment · Glassbox" };

export default async function AssignRoute({ params }: { params: Promise<{ locale: string }> }) {
  const locale = (await params).locale as Locale;
  const { compose } = wordsFor(locale);
  return (
    <Page home={withBase(`/${locale}/`)} strings={stringsFor(locale)} wide>
      <Opening title={compose.title}>{compose.intro}</Opening>
      <noscript>
        <p>{compose.noScript}</p>
      </noscript>
      <ComposerSlot locale={locale} />
    </Page>
  );
}
