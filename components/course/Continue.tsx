"use client";

import { findNext, type LessonToDo } from "@/lib/progress/summary";
import styles from "./Continue.module.css";
import { useProgress } from "./useProgress";

export interface Way {
  toDo: LessonToDo;
  href: string;
  /** "07 Temperature, top-k, top-p" */
  name: string;
  /** Titles of its sections, by id. */
  sections: Record<string, string>;
}

interface ContinueProps {
  ways: readonly Way[];
  /** Where someone new begins. */
  start: Way;
  words: { continue: string; start: string };
}

/** The one link to press: on to where the reader was, or to where to begin. */
export function Continue({ ways, start, words }: ContinueProps) {
  const records = useProgress();
  const next = findNext(
    ways.map(({ toDo }) => toDo),
    records ?? [],
  );
  const way = ways.find(({ toDo }) => toDo.slug === next?.slug);
  const section = way && next ? way.sections[next.section] : undefined;
  const anchor = section && next ? `#${next.section}` : "";
  return (
    <p className={styles.continue} data-continue={way ? "yes" : "no"}>
      <a href={(way ?? start).href + anchor}>
        <span className={styles.label}>{way ? words.continue : words.start}</span>
        <span className={styles.name}>
          {(way ?? start).name}
          {section && <em> · {section}</em>}
        </span>
      </a>
    </p>
  );
}
