import type { CSSProperties } from "react";
import { Frame, FrameArea, FrameLine, type Place } from "./Frame";
import styles from "./Line.module.css";

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
  return (
    <div className={styles.figure} aria-hidden="true">
      <div className={styles.caption}>{caption}</div>
      <Frame
        className={styles.frame}
        under={ticks.map((x) => (
          <span key={x} className={styles.tick} style={{ "--x": x } as CSSProperties} />
        ))}
        lines={
          <>
            <FrameArea points={points} />
            {others.map((other, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its pattern of dashes.
              <FrameLine key={i} className={styles.other} data-dash={i} points={other} />
            ))}
            <FrameLine points={points} />
          </>
        }
      >
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
      </Frame>
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
