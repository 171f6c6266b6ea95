import { Page } from "@/components/ui/Page";
import { PageHead } from "@/components/ui/PageHead";
import { withBase } from "@/lib/base";
import { type Locale, stringsFor } from "@/lib/content/locale";
import type { PartToDo } from "@/lib/content/to-do";
import { ProgressBoard } from "./ProgressBoard";

/** What the reader has done, what is due, and the ways to carry it away, bring it back and clear it. */
export function ProgressPage({ locale, parts }: { locale: Locale; parts: readonly PartToDo[] }) {
  const strings = stringsFor(locale);
  return (
    <Page home={withBase(`/${locale}/`)} strings={strings}>
      <PageHead {...strings.progress} />
      <ProgressBoard locale={locale} parts={parts} />
    </Page>
  );
}
