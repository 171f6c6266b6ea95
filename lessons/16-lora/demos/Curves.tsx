import { Frame, FrameLine } from "@/components/plot/Frame";
import { fixed } from "@/lib/plot/format";
import styles from "./Curves.module.css";

interface CurvesProps {
  caption: string;
  captionClass: string;
  /** The first is drawn solid, the second dashed. */
  lines: readonly { name: string; points: readonly { x: number; y: number }[] }[];
  /** Last place of the horizontal axis. */
  end: number;
}

/** Losses by step. A sentence beside it says what it shows, so it is hidden from screen readers. */
export function Curves({ caption, captionClass, lines, end }: CurvesProps) {
  const top = Math.max(1, ...lines.flatMap(({ points }) => points.map(({ y }) => y)));
  const step = top > 6 ? 2 : 1;
  const ticks = Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => i * step);
  return (
    <div aria-hidden="true">
      <p className={captionClass}>{caption}</p>
      <Frame
        className={styles.frame}
        under={ticks.map((value) => (
          <span key={value} className={styles.y} style={{ bottom: `${(100 * value) / top}%` }}>
            {fixed(value, 0)}
          </span>
        ))}
        lines={lines.map(({ name, points }, i) => (
          <FrameLine
            key={name}
            className={styles.line}
            data-line={i}
            points={points.map(({ x, y }) => ({ x: x / Math.max(1, end), y: y / top }))}
          />
        ))}
      />
      <ul className={styles.legend}>
        {lines.map(({ name }, i) => (
          <li key={name} data-line={i}>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}
