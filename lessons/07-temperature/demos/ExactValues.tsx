import { memo } from "react";
import { TokenTile } from "@/components/plot/TokenTile";
import type { LessonStrings } from "../strings";
import type { Row } from "../summary";
import styles from "./Picture.module.css";

interface ExactValuesProps {
  row: Row;
  vocabulary: readonly string[];
  words: LessonStrings;
}

/** Six significant digits of the row under the pointer or the focus. */
export const ExactValues = memo(function ExactValues({ row, vocabulary, words }: ExactValuesProps) {
  const { exact, value } = words.sampler;
  const figures: [string, string][] = [
    [exact.rank, String(row.rank)],
    [exact.id, String(row.id)],
    [exact.logit, value(row.logit)],
    [exact.own, value(row.model)],
    [exact.before, value(row.before)],
    [exact.after, value(row.after)],
  ];
  return (
    <div className={styles.exact} data-exact={row.id}>
      <div className={styles.token}>
        <TokenTile text={vocabulary[row.id]} special={row.id === 0 ? words.special.end : undefined} />
        {row.removedBy && (
          <span>
            {exact.out} {row.removedBy}
          </span>
        )}
      </div>
      <dl>
        {figures.map(([name, figure]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
});
