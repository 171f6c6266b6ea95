import type { ReactNode } from "react";
import { type Entry, findEntry } from "@/lib/content/glossary";
import { toAnchor } from "./anchor";
import styles from "./Term.module.css";

/** A term where it is defined, once a lesson. `terms`: the lesson's own. `#term-logit` leads here. */
export function Term({ terms, children }: { terms: readonly Entry[]; children?: ReactNode }) {
  const entry = typeof children === "string" ? findEntry(terms, children) : undefined;
  return (
    <dfn id={entry && toAnchor("term", entry.slug)} className={styles.term}>
      {children}
    </dfn>
  );
}
