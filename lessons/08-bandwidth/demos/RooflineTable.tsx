import demoStyles from "@/components/ui/demo.module.css";
import { attainable, limitedBy, ridge } from "../roofline";
import type { LessonStrings } from "../strings";
import { flops, rate, three } from "../units";
import styles from "./Demo.module.css";
import type { Roof } from "./roofs";

interface RooflineTableProps {
  words: LessonStrings["roofline"];
  roofs: readonly Roof[];
  works: readonly { id: string; name: string; at: number }[];
}

/** The numbers of the picture: each device with its ridge point, and what it can reach at each work. */
export function RooflineTable({ words, roofs, works }: RooflineTableProps) {
  const { columns } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable.
    <section className={demoStyles.scroll} tabIndex={0} aria-label={words.table}>
      <table className={`${demoStyles.numbers} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{columns.device}</th>
            <th scope="col">{columns.bandwidth}</th>
            <th scope="col">{columns.peak}</th>
            <th scope="col">{columns.ridge}</th>
            {works.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roofs.map((roof) => (
            <tr key={roof.id}>
              <th scope="row">{roof.letter ? `${roof.letter} ${roof.name}` : roof.name}</th>
              <td>{rate(roof.bandwidth)}</td>
              <td>{Number.isFinite(roof.peak) ? flops(roof.peak) : columns.unknown}</td>
              <td>{Number.isFinite(roof.peak) ? three(ridge(roof)) : "–"}</td>
              {works.map(({ id, at }) => (
                <td key={id}>
                  {flops(attainable(at, roof))} {words.limit[limitedBy(at, roof)]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
