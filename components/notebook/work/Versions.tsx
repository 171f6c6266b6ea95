"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/Button";
import type { Choice } from "@/lib/notebook/drafts/keeper";
import { Compare } from "./Compare";
import styles from "./Versions.module.css";

interface VersionsProps {
  /** What happened, in a sentence or two. */
  children: ReactNode;
  kind: "outdated" | "tab";
  mine: string;
  other: string;
  /** "The lesson’s" */
  otherName: string;
  /** Words of the buttons. */
  words: Record<Choice, string>;
  onChoose(choice: Choice): void;
}

/** Two versions of a cell: both can be read, and the reader says which stays. Nothing is lost until then. */
export function Versions({ children, kind, mine, other, otherName, words, onChoose }: VersionsProps) {
  return (
    <section className={styles.note} data-note={kind} aria-label="Two versions of this cell">
      <p>{children}</p>
      <details>
        <summary>Compare</summary>
        <Compare left={{ name: "Yours", code: mine }} right={{ name: otherName, code: other }} />
      </details>
      <div className={styles.actions}>
        {(["mine", "other", "both"] as const).map((choice) => (
          <Button key={choice} onClick={() => onChoose(choice)}>
            {words[choice]}
          </Button>
        ))}
      </div>
    </section>
  );
}
