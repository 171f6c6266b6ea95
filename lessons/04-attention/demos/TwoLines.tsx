import { Frame, FrameLine, Spot } from "@/components/plot/Frame";
import styles from "./TwoLines.module.css";

interface TwoLinesProps {
  caption: string;
  /** Places of the points along the axis, 0 to 1. */
  xs: number[];
  /** Index of the point the reader has chosen. */
  at: number;
  /** The first is dashed, the second solid. */
  lines: (number | undefined)[][];
  toY(value: number): number;
  /** Both ends of the vertical axis, in words. */
  range: string;
  /** The chosen point of each line, in words. */
  values: (string | undefined)[];
}

/** A small chart of two lines; the sentence beside it says what it shows, so it is hidden from screen readers. */
export function TwoLines({ caption, xs, at, lines, toY, range, values }: TwoLinesProps) {
  return (
    <div aria-hidden="true">
      <div className={styles.caption}>
        <span>{caption}</span>
        <span className={styles.range}>{range}</span>
      </div>
      <Frame
        className={styles.frame}
        lines={lines.map((line, i) => (
          <FrameLine
            // biome-ignore lint/suspicious/noArrayIndexKey: there are two, in a fixed order
            key={i}
            className={styles.line}
            data-line={i}
            points={line.map((value, point) => ({ x: xs[point], y: toY(value ?? 0) }))}
          />
        ))}
      >
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two, in a fixed order
          <Spot key={i} className={styles.dot} data-line={i} x={xs[at]} y={toY(line[at] ?? 0)} />
        ))}
      </Frame>
      <div className={styles.values}>
        {values.map((value, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: there are two, in a fixed order
          <span key={i} data-line={i}>
            {value}
          </span>
        ))}
      </div>
    </div>
  );
}
