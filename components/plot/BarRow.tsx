import { type CSSProperties, memo } from "react";
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
  /** Read out in place of the row. Made when it is needed: a moving slider needs it in few of its frames. */
  label: () => string;
}

interface BarRowProps extends Pick<Bar, "rank" | "id" | "text" | "special"> {
  label: string;
  /** Name of what removed it. */
  out?: string;
  /** Strength of the tile's color, 0 to 1, in so few digits that most moves of a slider leave it as it is. */
  tint: string;
  index: number;
  active: boolean;
  onActive: (index: number) => void;
}

/**
 * A row without its marks and its number, which change with every move of a slider: this, memoized and of plain
 * values alone, does not.
 */
export const BarRow = memo(function BarRow(props: BarRowProps) {
  const { rank, id, text, special, label, out, tint, index, active, onActive } = props;
  return (
    <div
      role="option"
      aria-selected={active}
      aria-label={label}
      tabIndex={active ? 0 : -1}
      className={styles.row}
      data-token={id}
      data-out={out}
      onPointerEnter={() => onActive(index)}
      onFocus={() => onActive(index)}
    >
      <span className={styles.rank}>{rank}</span>
      <span className={styles.token} style={{ "--t": tint } as CSSProperties}>
        <TokenTile text={text} special={special} tinted={!out} />
      </span>
      <span className={styles.track}>{out && <span className={styles.tag}>{out}</span>}</span>
    </div>
  );
});
