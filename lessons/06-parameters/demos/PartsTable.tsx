import { ColumnNames } from "@/components/ui/ColumnNames";
import demoStyles from "@/components/ui/demo.module.css";
import type { LessonStrings } from "../strings";
import styles from "./Demo.module.css";
import { formulaOf } from "./formula";
import type { PartRow } from "./part-rows";

interface PartsTableProps {
  rows: readonly PartRow[];
  total: number;
  used: number;
  words: LessonStrings;
}

/** The same parts as the map, to read. */
export function PartsTable({ rows, total, used, words }: PartsTableProps) {
  const { table, columns, sum } = words.calculator;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable.
    <section className={styles.scroll} tabIndex={0} aria-label={table}>
      <table className={`${demoStyles.numbers} ${styles.table}`}>
        <ColumnNames names={columns} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.part}>
              <th scope="row">{words.parts[row.part]}</th>
              <td>
                {row.copies > 1
                  ? `${words.number(row.copies)} × (${formulaOf(row, words).symbols})`
                  : formulaOf(row, words).symbols}
              </td>
              <td>{words.number(row.total)}</td>
              <td>{words.share(row.total / total)}</td>
              <td>{words.number(row.used)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{sum}</th>
            <td />
            <td>{words.number(total)}</td>
            <td>{words.share(1)}</td>
            <td>{words.number(used)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
