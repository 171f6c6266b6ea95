"use client";

import { memo, useState } from "react";
import { TokenTile } from "@/components/plot/TokenTile";
import { Button } from "@/components/ui/Button";
import type { LessonStrings } from "../strings";
import { toRows } from "../summary";
import styles from "./ProbabilityTable.module.css";
import type { Sampled } from "./useSampled";

interface ProbabilityTableProps {
  sampled: Sampled;
  vocabulary: readonly string[];
  words: LessonStrings;
}

/** The distribution as numbers: twenty rows first, the whole vocabulary on request. */
export const ProbabilityTable = memo(function ProbabilityTable(props: ProbabilityTableProps) {
  const { sampled, vocabulary, words } = props;
  const [all, setAll] = useState(false);
  const { exact, value, table, allRows } = words.sampler;
  const { found, own } = sampled;
  const rows = toRows(found, own, all ? found.order : found.order.slice(0, 20));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label={table}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{exact.rank}</th>
              <th scope="col">{words.alternatives.token}</th>
              <th scope="col">{exact.id}</th>
              <th scope="col">{exact.logit}</th>
              <th scope="col">{exact.own}</th>
              <th scope="col">{exact.before}</th>
              <th scope="col">{exact.after}</th>
              <th scope="col">{exact.out}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.rank} data-out={row.removedBy}>
                <td>{row.rank}</td>
                <th scope="row">
                  <TokenTile
                    text={vocabulary[row.id]}
                    special={row.id === 0 ? words.special.end : undefined}
                  />
                </th>
                <td>{row.id}</td>
                <td>{value(row.logit)}</td>
                <td>{value(row.model)}</td>
                <td>{value(row.before)}</td>
                <td>{value(row.after)}</td>
                <td>{row.removedBy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!all && <Button onClick={() => setAll(true)}>{allRows(vocabulary.length)}</Button>}
    </>
  );
});
