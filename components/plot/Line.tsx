import type { CSSProperties } from "react";
import { linePath } from "@/lib/plot/scale";
import styles from "./Line.module.css";

interface LineProps {
  caption: string;
  /** Points as shares of the frame, origin at the lower left. */
  points: readonly { x: number; y: number }[];
  /** Vertical hairlines. */
  ticks: readonly number[];
  /** A level worth knowing, with its name at one end. */
  guide?: { y: number; words: string; at: "start" | "end" };
  /** The place the reader has chosen. */
  marker: { x: number; y: number; value: string };
}

/** One small line chart; a sentence beside it says what it shows, so it is hidden from screen readers. */
export function Line({ caption, points, ticks, guide, marker }: LineProps) {
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
          <path className={styles.line} d={path} />
        </svg>
        {guide && (
          <span className={styles.guide} data-label={guide.at} style={{ "--y": guide.y } as CSSProperties}>
            <span>{guide.words}</span>
          </span>
        )}
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
