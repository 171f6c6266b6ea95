"use client";

import { ColumnNames } from "@/components/ui/ColumnNames";
import demoStyles from "@/components/ui/demo.module.css";
import { percent } from "@/lib/plot/format";
import { printed } from "@/lib/plot/visible";
import type { LessonStrings } from "../strings";
import type { Fate, RoundView } from "../view";
import styles from "./Demo.module.css";

/** Every round in words and numbers, for those who would rather read. */
export function RoundTable({
  rounds,
  words,
}: {
  rounds: readonly RoundView[];
  words: LessonStrings["rounds"];
}) {
  const { columns } = words;
  return (
    <details className={demoStyles.details}>
      <summary>{words.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable. */}
      <section className={demoStyles.scroll} aria-label={words.table} tabIndex={0}>
        <table className={`${demoStyles.words} ${styles.table}`}>
          <ColumnNames names={[columns.round, columns.kept, columns.struck, columns.chance, columns.added]} />
          <tbody>
            {rounds.map((round, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place in the text.
              <tr key={i}>
                <th scope="row">{i}</th>
                <td>{textOf(round, "accepted")}</td>
                <td>{textOf(round, "rejected")}</td>
                <td>{chances(round)}</td>
                <td>{textOf(round, "first", "corrected", "added")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function textOf({ pieces }: RoundView, ...fates: Fate[]): string {
  return pieces
    .filter(({ fate }) => fates.includes(fate))
    .map(({ text, token }) => (token === 0 ? "‹end›" : printed(text)))
    .join(" ");
}

/** min(1, p/q) of each token that was judged. */
function chances({ pieces }: RoundView): string {
  return pieces.flatMap(({ p, q }) => (q === undefined ? [] : [percent(Math.min(1, p / q))])).join(", ");
}
