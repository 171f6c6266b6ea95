"use client";

import type { CSSProperties, KeyboardEvent } from "react";
import { percent } from "@/lib/plot/format";
import { type Bar, BarRow, slideTo } from "./BarRow";
import styles from "./DistributionBars.module.css";
import { Marks } from "./Marks";

export interface RestBar {
  words: string;
  own: number;
  before: number;
  after: number;
}

interface DistributionBarsProps {
  /** Name of the list, for assistive technology. */
  label: string;
  bars: readonly Bar[];
  rest: RestBar;
  /** Probability at the right end of the axis. */
  end: number;
  /** Draws the cutoff under this many rows. */
  cut?: { after: number; word: string };
  /** Index of the row under the pointer or the focus. */
  active: number;
  onActive: (index: number) => void;
}

/** A ranked distribution: one glass tube a token, filled to what the sampler draws with. */
export function DistributionBars({ label, bars, rest, end, cut, active, onActive }: DistributionBarsProps) {
  return (
    <div className={styles.plot}>
      <div className={styles.axis} aria-hidden="true">
        <span className={styles.ticks}>
          <span>0</span>
          <span>{percent(end / 2).replace(".0", "")}</span>
          <span>{percent(end).replace(".0", "")}</span>
        </span>
      </div>
      <div className={styles.rows}>
        <div role="listbox" aria-label={label} onKeyDown={(event) => moveFocus(event, active, bars.length)}>
          {bars.map((bar, i) => (
            <BarRow key={bar.rank} bar={bar} end={end} index={i} active={i === active} onActive={onActive} />
          ))}
        </div>
        <div className={styles.overlay} aria-hidden="true">
          <Marks rows={bars} end={end} />
        </div>
        {cut && (
          <div className={styles.cut} style={{ "--cut": cut.after } as CSSProperties} aria-hidden="true">
            <span>{cut.word}</span>
          </div>
        )}
      </div>
      <div className={`${styles.row} ${styles.rest}`} data-token="rest">
        <span className={styles.words}>{rest.words}</span>
        <span className={styles.track}>
          <span className={styles.after} style={slideTo(rest.after / end)} />
          <span className={styles.before} style={slideTo(rest.before / end)} />
          <span className={styles.model} style={slideTo(rest.own / end)} />
          {Math.max(rest.after, rest.before) > end && <span className={styles.over}>≫</span>}
        </span>
        <span className={styles.number}>{percent(rest.after)}</span>
      </div>
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>, active: number, length: number) {
  const target = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: length - 1 }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  const row = event.currentTarget.children[Math.min(length - 1, Math.max(0, target))];
  (row as HTMLElement).focus();
}
