import type { CSSProperties } from "react";
import demoStyles from "@/components/ui/demo.module.css";
import { fixed } from "@/lib/plot/format";
import styles from "./LossBars.module.css";

interface LossBarsProps {
  caption: string;
  rows: readonly { name: string; before: number; after: number }[];
}

/** Two losses a row, the upper without adapters. A sentence says the same, so it is hidden from screen readers. */
export function LossBars({ caption, rows }: LossBarsProps) {
  const end = Math.max(1, ...rows.flatMap(({ before, after }) => [before, after]));
  return (
    <div aria-hidden="true">
      <p className={demoStyles.subhead}>{caption}</p>
      <div className={styles.rows}>
        {rows.map(({ name, before, after }) => [
          <span key={`${name} name`}>{name}</span>,
          <span key={`${name} bars`} className={styles.bars}>
            <span data-side="before" style={{ "--part": before / end } as CSSProperties} />
            <span data-side="after" style={{ "--part": after / end } as CSSProperties} />
          </span>,
          <span key={`${name} values`}>
            {fixed(before, 2)} → {fixed(after, 2)}
          </span>,
        ])}
      </div>
    </div>
  );
}
