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

interface BarRowProps {
  bar: Bar;
  /** Probability at the right end of the axis. */
  end: number;
  index: number;
  active: boolean;
  onActive: (index: number) => void;
}

/** A row without its marks. Memoized, so that moving along the rows renders two of them and not twenty. */
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
      <span className={styles.track}>
        {bar.out && <span className={styles.before} style={slideTo(bar.before / end)} />}
        {bar.out && <span className={styles.tag}>{bar.out.label}</span>}
        {Math.max(bar.after, bar.before) > end && <span className={styles.over}>≫</span>}
      </span>
      <span className={styles.number}>{percent(bar.out ? bar.before : bar.after)}</span>
    </div>
  );
});

/** Slides a mark as wide as the axis until its right edge stands at a share of it. */
export function slideTo(share: number): CSSProperties {
  return { transform: `translateX(${((Math.min(share, 1) - 1) * 100).toFixed(1)}%)` };
}
