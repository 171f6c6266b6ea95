import type { CSSProperties } from "react";
import { linePath } from "@/lib/plot/scale";
import type { SweepPoint } from "../measure/protocol";
import { logPlace, rate, size } from "../units";
import styles from "./SweepChart.module.css";

interface SweepChartProps {
  points: readonly SweepPoint[];
  /** The same scale while points still come in. */
  largest: number;
  /** A size worth knowing, and its name. */
  guide: { bytes: number; words: string };
  label: string;
  axes: { x: string; y: string };
}

const [first, last] = [4 * 1024, 64 * 2 ** 20];
const toX = (bytes: number) => logPlace(bytes, first, last);
const marks = [4 * 1024, 64 * 1024, 2 ** 20, 16 * 2 ** 20, last];

/** Reading speed against the size of what is read again and again: each cache is a step. */
export function SweepChart({ points, largest, guide, label, axes }: SweepChartProps) {
  const top = niceTop(largest);
  const dots = points.map(({ bytes, rate: { median, low, high } }) => ({
    bytes,
    x: toX(bytes),
    y: Math.min(1, median / top),
    low: Math.min(1, low / top),
    high: Math.min(1, high / top),
  }));
  const path = linePath(dots, 1000, 100);
  return (
    <figure className={styles.figure} aria-label={label}>
      <div className={styles.y} aria-hidden="true">
        {axes.y}
      </div>
      <div className={styles.frame} aria-hidden="true">
        {[0.5, 1].map((y) => (
          <span key={y} className={styles.level} style={{ "--y": y } as CSSProperties}>
            <span>{rate(y * top)}</span>
          </span>
        ))}
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: hidden from assistive technology as a whole. */}
        <svg className={styles.svg} viewBox="0 0 1000 100" preserveAspectRatio="none">
          {dots.length > 1 && (
            <path className={styles.area} d={`${path}L${dots[dots.length - 1].x * 1000} 100L0 100Z`} />
          )}
          <path className={styles.path} d={path} />
        </svg>
        {dots.map(({ bytes, x, y, low, high }) => (
          <span key={bytes} style={{ "--x": x, "--y": y, "--low": low, "--high": high } as CSSProperties}>
            <span className={styles.whisker} />
            <span className={styles.dot} />
          </span>
        ))}
        <span className={styles.guide} style={{ "--x": toX(guide.bytes) } as CSSProperties}>
          <span>{guide.words}</span>
        </span>
      </div>
      <div className={styles.x} aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark} style={{ left: `${toX(mark) * 100}%` }}>
            {size(mark)}
          </span>
        ))}
      </div>
      <div className={styles.name} aria-hidden="true">
        {axes.x}
      </div>
    </figure>
  );
}

/** A round number above the largest value. */
function niceTop(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 1.5, 2, 3, 5, 7, 10].find((step) => step * power >= value * 1.02) ?? 10);
}
