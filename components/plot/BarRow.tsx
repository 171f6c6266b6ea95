import { type CSSProperties, memo } from "react";
import { percent } from "@/lib/plot/format";
import styles from "./DistributionBars.module.css";
import { TokenTile } from "./TokenTile";

export interface Bar {
  rank: number;
  id: number;
  text: string;
  special?: string;
  /** The model's own probability; drawn as a tick. */
  own: number;
  before: number;
  after: number;
  /** What removed it, and which of three hatchings says so. */
  out?: { label: string; pattern: 1 | 2 | 3 };
  /** Read out in place of the row. */
  label: string;
}

/** Probabilities that a track draws. */
interface Marks {
  own: number;
  before: number;
  after: number;
}

interface BarRowProps {
  bar: Bar;
  /** Probability at the right end of the axis. */
  end: number;
  index: number;
  active: boolean;
  onActive: (index: number) => void;
}

/** Memoized, so that moving along the rows renders two of them and not twenty. */
export const BarRow = memo(function BarRow({ bar, end, index, active, onActive }: BarRowProps) {
  return (
    <div
      role="option"
      aria-selected={active}
      aria-label={bar.label}
      tabIndex={active ? 0 : -1}
      className={styles.row}
      data-token={bar.id}
      data-out={bar.out?.pattern}
      onPointerEnter={() => onActive(index)}
      onFocus={() => onActive(index)}
    >
      <span className={styles.rank}>{bar.rank}</span>
      <span className={styles.token} style={{ "--t": bar.after.toFixed(2) } as CSSProperties}>
        <TokenTile text={bar.text} special={bar.special} tinted={!bar.out} />
      </span>
      <Track marks={bar} end={end} tag={bar.out?.label} />
      <span className={styles.number}>{percent(bar.out ? bar.before : bar.after)}</span>
    </div>
  );
});

interface TrackProps {
  marks: Marks;
  end: number;
  tag?: string;
}

/** What does not fit the axis is cut off at its end, with a mark. */
export function Track({ marks: { own, before, after }, end, tag }: TrackProps) {
  return (
    <span className={styles.track}>
      <span className={styles.after} style={slideTo(after / end)} />
      <span className={styles.before} style={slideTo(before / end)} />
      <span className={styles.model} style={slideTo(own / end)} />
      {tag && <span className={styles.tag}>{tag}</span>}
      {Math.max(after, before) > end && <span className={styles.over}>≫</span>}
    </span>
  );
}

/**
 * Slides a mark as wide as the axis until its right edge stands at a share of it. A plain transform on the mark
 * alone: custom properties on the row made the browser restyle all that is in it, for every move of a slider.
 */
function slideTo(share: number): CSSProperties {
  return { transform: `translateX(${((Math.min(share, 1) - 1) * 100).toFixed(1)}%)` };
}
