import type { ReactNode } from "react";
import styles from "./PageHead.module.css";

interface PageHeadProps {
  title: string;
  summary: string;
  /** What the page cannot do without JavaScript. */
  noScript?: string;
}

/** What a page about the course is called, and what it is for. */
export function PageHead({ title, summary, noScript }: PageHeadProps) {
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.summary}>{summary}</p>
      {noScript && (
        <noscript>
          <PageNote>{noScript}</PageNote>
        </noscript>
      )}
    </>
  );
}

/** What keeps a page from doing all it could. */
export function PageNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
