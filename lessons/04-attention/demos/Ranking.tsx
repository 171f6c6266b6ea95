"use client";

import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { ranking } from "../damage";
import type { LessonStrings } from "../strings";
import styles from "./Ranking.module.css";
import { style } from "./shade";
import type { useTrial } from "./useTrial";

interface RankingProps {
  work: ReturnType<typeof useTrial>;
  /** The text now in the box. */
  text: string;
  ready: boolean;
  words: LessonStrings;
  onStart(): void;
}

/** All heads, the one that is missed most on top. */
export function Ranking({ work, text, ready, words: { ablate }, onStart }: RankingProps) {
  const { trial, running, error } = work;
  const worst = Math.max(1e-9, ...trial.each.map(({ divergence }) => divergence));
  const reach = Math.max(1e-9, ...trial.each.map(({ rise }) => Math.abs(rise)));
  const order = ranking(trial.each.map(({ divergence }) => divergence));
  const message = {
    running: ablate.trying(trial.each.length, 16),
    stopped: ablate.stopped(trial.each.length),
    failed: ablate.failed(error),
    done: trial.text === text ? "" : ablate.outdated,
  }[trial.status];
  return (
    <div className={styles.ranking}>
      <div className={demoStyles.buttons}>
        {running ? (
          <Button onClick={work.stop}>{ablate.stop}</Button>
        ) : (
          <Button variant="primary" onClick={onStart} disabled={!ready}>
            {ablate.try}
          </Button>
        )}
        <span role="status" className={demoStyles.waiting}>
          {message}
        </span>
      </div>
      <table
        className={trial.text === text || running ? styles.table : `${styles.table} ${demoStyles.stale}`}
      >
        <caption>{ablate.ranked}</caption>
        <thead>
          <tr>
            <th scope="col">{ablate.ranking.head}</th>
            <th scope="col" colSpan={2}>
              {ablate.ranking.divergence}
            </th>
            <th scope="col" colSpan={2}>
              {ablate.ranking.rise}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map((i) => {
            const { head, divergence, rise } = trial.each[i];
            return (
              <tr key={head.join(".")}>
                <th scope="row">{ablate.name(head)}</th>
                <td className={styles.number}>{ablate.nats(divergence)}</td>
                <td className={styles.bar}>
                  <span style={style({ "--part": divergence / worst })} />
                </td>
                <td className={styles.number}>{ablate.change(rise)}</td>
                <td className={styles.signed}>
                  <span
                    data-negative={rise < 0 || undefined}
                    style={style({ "--part": Math.abs(rise) / reach })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
