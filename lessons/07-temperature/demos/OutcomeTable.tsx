import { ColumnNames } from "@/components/ui/ColumnNames";
import demoStyles from "@/components/ui/demo.module.css";
import type { Outcome } from "../experiment";
import type { LessonStrings } from "../strings";
import styles from "./Facts.module.css";

/** The picture in numbers. */
export function OutcomeTable({ outcomes, words }: { outcomes: readonly Outcome[]; words: LessonStrings }) {
  const { temperatures: columns, ...facts } = words.facts;
  return (
    <details className={styles.all}>
      <summary>{facts.table}</summary>
      <table className={`${demoStyles.words} ${styles.table}`}>
        <ColumnNames names={Object.values(columns)} />
        <tbody>
          {outcomes.map(({ temperature, wrong, draws, interval, expected }) => (
            <tr key={temperature}>
              <th scope="row">{facts.degrees(temperature)}</th>
              <td className={styles.number}>{facts.wrong(wrong, draws)}</td>
              <td className={styles.number}>{facts.share(wrong / draws)}</td>
              <td className={styles.number}>{facts.interval(interval)}</td>
              <td className={styles.number}>{facts.share(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
