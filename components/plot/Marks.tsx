import { useId } from "react";
import styles from "./Marks.module.css";

/** Probabilities that one row draws. */
export interface MarkRow {
  own: number;
  before: number;
  after: number;
  /** Removed by a filter: what was there is drawn hatched, in one of three ways. */
  out?: { pattern: 1 | 2 | 3 };
}

interface MarksProps {
  rows: readonly MarkRow[];
  /** Probability at the right end of the axis. */
  end: number;
}

/** Share of a row's height above a bar, and above a tick. */
const BAR = 0.19;
const TICK = 0.08;

/**
 * The bars and ticks of all rows as a few shapes that lie over them. As three elements a row, each with a transform of
 * its own, they took the browser longer to paint than all the rest of the picture.
 */
export function Marks({ rows, end }: MarksProps) {
  const id = useId();
  const x = (probability: number) => Number((Math.min(probability / end, 1) * 100).toFixed(2));
  const each = (draw: (row: MarkRow, y: number) => string) => rows.map(draw).join("");
  const edges = each(({ before, out }, y) => (out ? "" : `M${x(before)} ${y + BAR}v${1 - 2 * BAR}`));
  const ticks = each(({ own }, y) => `M${x(own)} ${y + TICK}v${1 - 2 * TICK}`);
  return (
    <div className={styles.marks} aria-hidden="true">
      {([1, 2, 3] as const).map((pattern) => {
        const shape = toClip(rows, x, pattern);
        return (
          shape && (
            <div
              key={pattern}
              className={styles.hatching}
              data-pattern={pattern}
              style={{ clipPath: shape }}
            />
          )
        );
      })}
      <svg viewBox={`0 0 100 ${rows.length}`} preserveAspectRatio="none" aria-hidden="true">
        <linearGradient
          id={id}
          gradientUnits="userSpaceOnUse"
          x1="0"
          y1="0"
          x2="0"
          y2="1"
          spreadMethod="repeat"
        >
          <stop offset="0.27" className={styles.shine} />
          <stop offset="0.4" className={styles.tube} />
          <stop offset="1" className={styles.tube} />
        </linearGradient>
        <path
          fill={`url(#${id})`}
          d={each(({ after }, y) => (after > 0 ? `M0 ${y + BAR}H${x(after)}v${1 - 2 * BAR}H0z` : ""))}
          data-mark="after"
        />
        <path
          className={styles.outline}
          d={each(({ before, out }, y) => (out ? "" : `M0 ${y + BAR}H${x(before)}m0 ${1 - 2 * BAR}H0`))}
        />
        <path
          className={styles.gone}
          d={each(({ before, out }, y) => (out ? `M0 ${y + BAR}H${x(before)}v${1 - 2 * BAR}H0` : ""))}
        />
        <path className={styles.edge} d={edges} />
        <path className={styles.halo} d={ticks} />
        <path className={styles.tick} d={ticks} data-mark="own" />
      </svg>
    </div>
  );
}

/** Where the rows of one hatching show it; nothing if there is none. SVG would distort hatchings with the axis. */
function toClip(rows: readonly MarkRow[], x: (probability: number) => number, pattern: number) {
  const points = rows.flatMap(({ before, out }, y) => {
    if (out?.pattern !== pattern) return [];
    const [top, bottom] = [y + BAR, y + 1 - BAR].map((at) => `${((at / rows.length) * 100).toFixed(3)}%`);
    return [`0 ${top}`, `${x(before)}% ${top}`, `${x(before)}% ${bottom}`, `0 ${bottom}`];
  });
  return points.length > 0 && `polygon(${points.join()})`;
}
