import { Page } from "@/components/ui/Page";
import { withBase } from "@/lib/base";
import { type Locale, stringsFor } from "@/lib/content/locale";
import type { PartToDo } from "@/lib/content/to-do";
import { ProgressBoard } from "./ProgressBoard";
import styles from "./ProgressPage.module.css";

/** What the reader has done, what is due, and the ways to carry it away, bring it back and clear it. */
export function ProgressPage({ locale, parts }: { locale: Locale; parts: readonly PartToDo[] }) {
  const strings = stringsFor(locale);
  return (
    <Page home={withBase(`/${locale}/`)} strings={strings}>
      <h1 className={styles.title}>{strings.progress.title}</h1>
      <p className={styles.summary}>{strings.progress.summary}</p>
      <noscript>
        <p className={styles.note}>{strings.progress.noScript}</p>
      </noscript>
      <ProgressBoard locale={locale} parts={parts} />
    </Page>
  );
}
