"use client";

import type { CSSProperties, KeyboardEvent } from "react";
import { useSettled } from "@/components/ui/useSettled";
import { percent } from "@/lib/plot/format";
import { type Bar, BarRow } from "./BarRow";
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
  const labels = useLabels(bars);
  return (
    <div className={styles.plot} style={{ "--rows": bars.length } as CSSProperties}>
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
            <BarRow
              key={bar.rank}
              rank={bar.rank}
              id={bar.id}
              text={bar.text}
              special={bar.special}
              label={labels[i]}
              out={bar.out?.label}
              tint={bar.after.toFixed(2)}
              index={i}
              active={i === active}
              onActive={onActive}
            />
          ))}
        </div>
        <div className={styles.overlay} aria-hidden="true">
          <Marks rows={bars} end={end} />
          <Numbers bars={bars} />
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

/**
 * The numbers of all rows as two texts, a line a row: as an element a row, every move of a slider laid out twenty boxes.
 * Assistive technology hears them in the rows' labels.
 */
function Numbers({ bars }: { bars: readonly Bar[] }) {
  const lines = (show: (bar: Bar) => string) => bars.map(show).join("\n");
  return (
    <div className={styles.numbers}>
      <div>{lines(({ out, after }) => (out ? "" : percent(after)))}</div>
      <div className={styles.gone}>{lines(({ out, before }) => (out ? percent(before) : ""))}</div>
    </div>
  );
}

/** What is read out in place of the rows. While a slider moves, a row that stays the same token keeps its label. */
function useLabels(bars: readonly Bar[]): string[] {
  const settled = useSettled(bars, 200);
  return bars.map(({ id, label }, i) => (settled[i]?.id === id ? settled[i].label : label));
}

/** Slides a mark as wide as the axis until its right edge stands at a share of it. */
function slideTo(share: number): CSSProperties {
  return { transform: `translateX(${((Math.min(share, 1) - 1) * 100).toFixed(1)}%)` };
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>, active: number, length: number) {
  const target = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: length - 1 }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  const row = event.currentTarget.children[Math.min(length - 1, Math.max(0, target))];
  (row as HTMLElement).focus();
}
