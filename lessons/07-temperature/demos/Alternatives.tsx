"use client";

import type { CSSProperties } from "react";
import { TokenTile } from "@/components/plot/TokenTile";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { percent } from "@/lib/plot/format";
import type { LessonStrings } from "../strings";
import styles from "./Alternatives.module.css";
import type { Written } from "./write-out";

interface AlternativesProps {
  written: Written;
  /** 1 = first token written. */
  position: number;
  words: LessonStrings;
  onClose: () => void;
}

/** One written token: the random number that chose it, and the ten best candidates at that point. */
export function Alternatives({ written, position, words, onClose }: AlternativesProps) {
  const { alternatives } = words;
  const [from, to] = written.interval;
  return (
    <section className={styles.panel} aria-label={alternatives.title(position)} data-alternatives={position}>
      <div className={styles.head}>
        <h4>{alternatives.title(position)}</h4>
        <Button onClick={onClose}>{alternatives.close}</Button>
      </div>
      <div
        className={styles.ruler}
        aria-hidden="true"
        style={{ "--from": from, "--width": to - from, "--u": written.u } as CSSProperties}
      >
        <span className={styles.interval} />
        <span className={styles.pin} />
        <span className={styles.zero}>0</span>
        <span className={styles.one}>1</span>
      </div>
      <p className={styles.words}>{alternatives.drawn(written.u, written.interval)}</p>
      <table className={`${demoStyles.numbers} ${styles.table}`}>
        <caption className="visually-hidden">{alternatives.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{alternatives.token}</th>
            <th scope="col">{alternatives.before}</th>
            <th scope="col">{alternatives.after}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {written.rows.map((row, i) => (
            <tr
              key={row.id}
              style={{ "--p": row.removedBy ? row.before : row.after } as CSSProperties}
              data-drawn={i === written.drawn || undefined}
              data-out={row.removedBy}
            >
              <th scope="row">
                <TokenTile text={row.text} special={row.id === 0 ? words.special.end : undefined} />
                {i === written.drawn && <span className={styles.chosen}>{alternatives.chosen}</span>}
              </th>
              <td>{percent(row.before)}</td>
              <td>{row.removedBy ?? percent(row.after)}</td>
              <td className={styles.share} aria-hidden="true">
                <span />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
