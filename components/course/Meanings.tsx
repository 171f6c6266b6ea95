import type { ReactNode } from "react";
import { definitionIn, type Entry } from "@/lib/content/glossary";
import { toAnchor } from "../lesson/anchor";
import styles from "./Meanings.module.css";
import { OpenOnHover } from "./OpenOnHover";

/** A term where it is used. Pressing it opens its meaning, without any script; the meaning stands at the end. */
export function TermUse({ of, children }: { of: string; children: ReactNode }) {
  return (
    <button type="button" className={styles.use} data-term={of} popoverTarget={toId(of)}>
      {children}
    </button>
  );
}

interface MeaningsProps {
  /** Slug of the lesson that uses the terms: its own words come first. */
  lesson: string;
  entries: readonly Entry[];
  /** Address of the course map. */
  home: string;
  /** What the page of all terms is called. */
  glossary: string;
}

/** The meanings of the terms that a page uses, each waiting to be opened. */
export function Meanings({ lesson, entries, home, glossary }: MeaningsProps) {
  return (
    <>
      {entries.map((entry) => {
        const { means, lesson: defined } = definitionIn(entry, lesson);
        return (
          <div key={entry.slug} id={toId(entry.slug)} popover="auto" className={styles.meaning}>
            <p>
              <dfn>{entry.name}</dfn> {means}
            </p>
            <p className={styles.more}>
              <a href={`${home}learn/${defined.slug}/#${toAnchor("term", entry.slug)}`}>
                {String(defined.number).padStart(2, "0")} {defined.title}
              </a>
              <a href={`${home}glossary/#${entry.slug}`}>{glossary}</a>
            </p>
          </div>
        );
      })}
      <OpenOnHover selector="[data-term]" />
    </>
  );
}

function toId(slug: string): string {
  return `meaning-${slug}`;
}
