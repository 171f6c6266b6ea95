import type { ComponentProps, CSSProperties, ReactNode } from "react";
import { linePath } from "@/lib/plot/scale";
import styles from "./Frame.module.css";

/** A place as shares of the frame, origin at the lower left. */
export interface Place {
  x: number;
  y: number;
}

interface FrameProps {
  /** Gives the height, and the room around it; `--upright` is another color for the vertical axis. */
  className: string;
  /** What the lines cross: levels, ticks. */
  under?: ReactNode;
  /** `FrameLine` and `FrameArea`. */
  lines: ReactNode;
  /** What lies on the lines: `Spot`, markers, names. */
  children?: ReactNode;
}

/**
 * Two axes and what is drawn between them, stretched to any size. Hidden from assistive technology: a sentence or a
 * table beside it says what it shows.
 */
export function Frame({ className, under, lines, children }: FrameProps) {
  return (
    <div className={`${styles.frame} ${className}`} aria-hidden="true">
      {under}
      <svg
        className={styles.svg}
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {lines}
      </svg>
      {children}
    </div>
  );
}

/** Units of the drawing each way; lines keep their width when it is stretched. */
const SIZE = 1000;

type LineProps = Omit<ComponentProps<"path">, "points" | "d"> & { points: readonly Place[] };

/** A line through places of the frame. */
export function FrameLine({ points, ...path }: LineProps) {
  return <path {...path} d={linePath(points, SIZE, SIZE)} />;
}

/** What lies between a line and the horizontal axis, from the frame's left edge on. */
export function FrameArea({ points }: { points: readonly Place[] }) {
  const end = points.at(-1);
  if (!end) return null;
  const floor = [
    { x: end.x, y: 0 },
    { x: 0, y: 0 },
  ];
  return <path className={styles.area} d={`${linePath([...points, ...floor], SIZE, SIZE)}Z`} />;
}

/** Something small whose middle is at a place of the frame. */
export function Spot({ x, y, className, style, ...span }: Place & ComponentProps<"span">) {
  return (
    <span
      {...span}
      className={`${styles.spot} ${className}`}
      style={{ "--x": short(x), "--y": short(y), ...style } as CSSProperties}
    />
  );
}

/** Logarithms differ in their last digits between Node and some browsers: what the build wrote must be found again. */
function short(share: number): string {
  return share.toFixed(4);
}
