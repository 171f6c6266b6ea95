import { ColumnNames } from "@/components/ui/ColumnNames";
import demoStyles from "@/components/ui/demo.module.css";
import { sizeOf } from "../count";
import type { LessonStrings } from "../strings";
import { weigh } from "../weigh";
import styles from "./Demo.module.css";

/** Every tensor with its shape and size, and the sum. */
export function TensorTable({ tensors, words }: { tensors: Record<string, number[]>; words: LessonStrings }) {
  const { table, columns } = words.tensors;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable.
    <section className={styles.scroll} tabIndex={0} aria-label={table}>
      <table className={`${demoStyles.numbers} ${styles.table}`}>
        <ColumnNames names={columns} />
        <tbody>
          {Object.entries(tensors).map(([name, shape]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{shape.join(" × ")}</td>
              <td>{words.number(sizeOf(shape))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.calculator.sum}</th>
            <td />
            <td>{words.number(weigh(tensors))}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
