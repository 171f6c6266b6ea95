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

export const variables = (bar: { own: number; before: number; after: number }) =>
  ({ "--own": bar.own, "--before": bar.before, "--after": bar.after, "--t": bar.after }) as CSSProperties;

interface BarRowProps {
  bar: Bar;
  index: number;
  active: boolean;
  onActive: (index: number) => void;
}

/** Memoized, so that moving along the rows renders two of them and not twenty. */
export const BarRow = memo(function BarRow({ bar, index, active, onActive }: BarRowProps) {
  return (
    <div
      role="option"
      aria-selected={active}
      aria-label={bar.label}
      tabIndex={active ? 0 : -1}
      className={styles.row}
      style={variables(bar)}
      data-token={bar.id}
      data-out={bar.out?.pattern}
      onPointerEnter={() => onActive(index)}
      onFocus={() => onActive(index)}
    >
      <span className={styles.rank}>{bar.rank}</span>
      <span className={styles.token}>
        <TokenTile text={bar.text} special={bar.special} tinted={!bar.out} />
      </span>
      <Track tag={bar.out?.label} />
      <span className={styles.number}>{percent(bar.out ? bar.before : bar.after)}</span>
    </div>
  );
});

export function Track({ tag, over }: { tag?: string; over?: boolean }) {
  return (
    <span className={styles.track}>
      <span className={styles.after} />
      <span className={styles.before} />
      <span className={styles.edge} />
      <span className={styles.model} />
      {tag && <span className={styles.tag}>{tag}</span>}
      {over && <span className={styles.over}>≫</span>}
    </span>
  );
}
