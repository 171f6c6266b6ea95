import { fixed } from "@/lib/plot/format";
import { linePath } from "@/lib/plot/scale";
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
      <div className={styles.frame}>
        {ticks.map((value) => (
          <span key={value} className={styles.y} style={{ bottom: `${(100 * value) / top}%` }}>
            {fixed(value, 0)}
          </span>
        ))}
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: hidden from assistive technology as a whole. */}
        <svg className={styles.svg} viewBox="0 0 1000 100" preserveAspectRatio="none">
          {lines.map(({ name, points }, i) => (
            <path
              key={name}
              data-line={i}
              d={linePath(
                points.map(({ x, y }) => ({ x: x / Math.max(1, end), y: y / top })),
                1000,
                100,
              )}
            />
          ))}
        </svg>
      </div>
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
