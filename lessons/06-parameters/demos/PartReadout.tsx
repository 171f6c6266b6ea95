import type { LessonStrings } from "../strings";
import { formulaOf } from "./formula";
import styles from "./PartReadout.module.css";
import type { PartRow } from "./part-rows";

/** The part under the pointer or the focus, with its formula and numbers. */
export function PartReadout({ row, total, words }: { row: PartRow; total: number; words: LessonStrings }) {
  const { readout } = words.calculator;
  const { symbols, numbers, each } = formulaOf(row, words);
  return (
    <div className={styles.readout} data-readout={row.part}>
      <p className={styles.name}>
        {words.parts[row.part]} <i>{symbols}</i>
      </p>
      <p className={styles.formula}>
        {numbers} = {words.number(each)}
        {row.copies > 1 && ` × ${words.number(row.copies)} = ${words.number(row.total)}`}
      </p>
      <dl>
        <div>
          <dt>{readout.total}</dt>
          <dd>{words.number(row.total)}</dd>
        </div>
        <div>
          <dt>{readout.share}</dt>
          <dd>{words.share(row.total / total)}</dd>
        </div>
        {row.used < row.total && (
          <div>
            <dt>{readout.used}</dt>
            <dd>{words.number(row.used)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
