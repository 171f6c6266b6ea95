import { type CSSProperties, Fragment } from "react";
import { Frame, FrameArea, FrameLine, Spot } from "@/components/plot/Frame";
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
  return (
    <figure className={styles.figure} aria-label={label}>
      <div className={styles.y} aria-hidden="true">
        {axes.y}
      </div>
      <Frame
        className={styles.frame}
        under={[0.5, 1].map((y) => (
          <span key={y} className={styles.level} style={{ "--y": y } as CSSProperties}>
            <span>{rate(y * top)}</span>
          </span>
        ))}
        lines={
          <>
            <FrameArea points={dots} />
            <FrameLine points={dots} />
          </>
        }
      >
        {dots.map(({ bytes, x, y, low, high }) => (
          <Fragment key={bytes}>
            <span
              className={styles.whisker}
              style={{ "--x": x, "--low": low, "--high": high } as CSSProperties}
            />
            <Spot x={x} y={y} className={styles.dot} />
          </Fragment>
        ))}
        <span className={styles.guide} style={{ "--x": toX(guide.bytes) } as CSSProperties}>
          <span>{guide.words}</span>
        </span>
      </Frame>
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
