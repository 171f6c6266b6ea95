import type { CSSProperties } from "react";
import { percent } from "@/lib/plot/format";
import styles from "./MirrorBars.module.css";
import { TokenTile } from "./TokenTile";

/** One side of a row: what is drawn with, or, where a filter removed it, what there was before. */
export interface Side {
  value: number;
  out?: boolean;
}

export interface MirrorRow {
  rank: number;
  id: number;
  text: string;
  special?: string;
  sides: readonly [Side, Side];
}

interface MirrorBarsProps {
  label: string;
  /** Names of the two sides. */
  names: readonly [string, string];
  rows: readonly MirrorRow[];
  rest: { words: string; values: readonly [number, number] };
  /** Probability at the outer ends of the axis. */
  end: number;
}

/** Two distributions over the same tokens, back to back. */
export function MirrorBars({ label, names, rows, rest, end }: MirrorBarsProps) {
  return (
    <>
      <div className={`${styles.plot} ${styles.head}`} aria-hidden="true">
        <span className={styles.letter}>{names[0]}</span>
        <span className={styles.a}>
          <span>0</span>
          <span>{percent(end).replace(".0", "")}</span>
        </span>
        <span />
        <span>
          <span>0</span>
          <span>{percent(end).replace(".0", "")}</span>
        </span>
        <span className={styles.letter}>{names[1]}</span>
      </div>
      <ol className={styles.plot} aria-label={label}>
        {rows.map(({ rank, id, text, special, sides: [a, b] }) => (
          <li key={rank} className={styles.row} data-token={id}>
            <Figure side={a} name={names[0]} left />
            <Track side={a} end={end} mirrored />
            <span className={styles.token}>
              <TokenTile text={text} special={special} />
            </span>
            <Track side={b} end={end} />
            <Figure side={b} name={names[1]} />
          </li>
        ))}
        <li className={`${styles.row} ${styles.rest}`} data-token="rest">
          <Figure side={{ value: rest.values[0] }} name={names[0]} left />
          <Track side={{ value: rest.values[0] }} end={end} mirrored />
          <span className={styles.words}>{rest.words}</span>
          <Track side={{ value: rest.values[1] }} end={end} />
          <Figure side={{ value: rest.values[1] }} name={names[1]} />
        </li>
      </ol>
    </>
  );
}

function Figure({ side, name, left }: { side: Side; name: string; left?: boolean }) {
  return (
    <span className={`${styles.number} ${left ? styles.left : ""} ${side.out ? styles.out : ""}`}>
      <span className="visually-hidden">{name} </span>
      {side.out ? <s>{percent(side.value)}</s> : percent(side.value)}
    </span>
  );
}

function Track({ side, end, mirrored }: { side: Side; end: number; mirrored?: boolean }) {
  // Rounded, because the last digits of what the build computed and of what the page computes may differ.
  const style = { "--share": Math.min(side.value / end, 1).toFixed(4) } as CSSProperties;
  return (
    <span className={`${styles.track} ${mirrored ? styles.mirrored : ""}`} style={style}>
      <span className={side.out ? styles.ghost : styles.bar} />
    </span>
  );
}
