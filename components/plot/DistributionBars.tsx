"use client";

import { type CSSProperties, type KeyboardEvent, memo } from "react";
import { usePaced } from "@/components/ui/usePaced";
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
  const paced = usePaced(bars);
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
        <Rows
          label={label}
          bars={sameTokens(bars, paced) ? paced : bars}
          active={active}
          onActive={onActive}
        />
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

type RowsProps = Pick<DistributionBarsProps, "label" | "bars" | "active" | "onActive">;

/** While the tokens stay where they are, their tints, stamps and spoken names follow the bars at a pace. */
const Rows = memo(function Rows({ label, bars, active, onActive }: RowsProps) {
  return (
    <div
      role="listbox"
      aria-label={label}
      className={styles.list}
      onKeyDown={(event) => moveFocus(event, active, bars.length)}
    >
      {bars.map((bar, i) => (
        <BarRow
          key={bar.rank}
          rank={bar.rank}
          id={bar.id}
          text={bar.text}
          special={bar.special}
          label={bar.label()}
          out={bar.out?.label}
          tint={bar.after.toFixed(2)}
          index={i}
          active={i === active}
          onActive={onActive}
        />
      ))}
    </div>
  );
});

function sameTokens(a: readonly Bar[], b: readonly Bar[]): boolean {
  return a.length === b.length && a.every(({ id }, i) => b[i].id === id);
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
