import type { CSSProperties } from "react";
import { linePath } from "@/lib/plot/scale";
import styles from "./Line.module.css";

/** A place as shares of the frame, origin at the lower left. */
export interface Place {
  x: number;
  y: number;
}

interface LineProps {
  caption: string;
  points: readonly Place[];
  /** Lines to compare with, at most four: each has a pattern of dashes, which `LineSwatch` shows beside its name. */
  others?: readonly (readonly Place[])[];
  /** Dots with what their place is uncertain by. */
  dots?: readonly (Place & { from: number; to: number })[];
  /** Vertical hairlines. */
  ticks: readonly number[];
  /** Levels worth knowing, each with its name at one end. */
  guides?: readonly { y: number; words: string; at: "start" | "end" }[];
  /** The place the reader has chosen. */
  marker: { x: number; y: number; value: string };
}

/** One small line chart; a sentence beside it says what it shows, so it is hidden from screen readers. */
export function Line({ caption, points, others = [], dots = [], ticks, guides = [], marker }: LineProps) {
  const path = linePath(points, 1000, 100);
  return (
    <div className={styles.figure} aria-hidden="true">
      <div className={styles.caption}>{caption}</div>
      <div className={styles.frame}>
        {ticks.map((x) => (
          <span key={x} className={styles.tick} style={{ "--x": x } as CSSProperties} />
        ))}
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: hidden from assistive technology as a whole. */}
        <svg className={styles.svg} viewBox="0 0 1000 100" preserveAspectRatio="none">
          <path className={styles.area} d={`${path}L1000 100L0 100Z`} />
          {others.map((other, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its pattern of dashes.
            <path key={i} className={styles.other} data-dash={i} d={linePath(other, 1000, 100)} />
          ))}
          <path className={styles.line} d={path} />
        </svg>
        {guides.map(({ y, words, at }) => (
          <span
            key={y}
            className={styles.guide}
            data-label={at}
            data-under={y > 0.85}
            style={{ "--y": y } as CSSProperties}
          >
            <span>{words}</span>
          </span>
        ))}
        {dots.map(({ x, y, from, to }) => (
          <span
            key={x}
            className={styles.interval}
            data-dot
            style={
              { "--x": x, "--from": from, "--to": to, "--y": (y - from) / (to - from || 1) } as CSSProperties
            }
          />
        ))}
        <span
          className={styles.marker}
          data-flip={marker.x > 0.6}
          style={{ "--x": marker.x, "--y": marker.y } as CSSProperties}
        >
          <span className={styles.dot} />
          <span className={styles.value}>{marker.value}</span>
        </span>
      </div>
    </div>
  );
}

/** The pattern of the line that stands at this place in `others`. */
export function LineSwatch({ index }: { index: number }) {
  return (
    <svg className={styles.swatch} viewBox="0 0 32 8" aria-hidden="true">
      <path className={styles.other} data-dash={index} d="M0 4H32" />
    </svg>
  );
}
