import type { CSSProperties } from "react";
import { logPlace } from "../units";
import styles from "./LogBars.module.css";

export interface LogBar {
  name: string;
  value: number;
  /** The value in words. */
  text: string;
  /** Quartiles of a measurement. */
  low?: number;
  high?: number;
  /** Where the number comes from; each kind has its own pattern. */
  kind: "measured" | "reference" | "simulated";
  /** The row to look at first. */
  strong?: boolean;
}

interface LogBarsProps {
  label: string;
  rows: readonly LogBar[];
  /** Ends of the axis, powers of ten. */
  from: number;
  to: number;
  /** A power of ten in words. */
  tick: (value: number) => string;
}

/** Values over many orders of magnitude as bars on one logarithmic axis; measured ones with their quartiles. */
export function LogBars({ label, rows, from, to, tick }: LogBarsProps) {
  const decades = Math.round(Math.log10(to / from));
  const place = (value: number) => logPlace(value, from, to);
  const ticks = Array.from({ length: decades + 1 }, (_, i) => i);
  return (
    <div className={styles.frame}>
      <div className={styles.plot}>
        <ol className={styles.rows} aria-label={label}>
          {rows.map(({ name, value, text, low, high, kind, strong }) => (
            <li key={name} className={styles.row} data-kind={kind} data-strong={strong}>
              <span className={styles.name}>{name}</span>
              <span className={styles.track} aria-hidden="true">
                {ticks.slice(1).map((i) => (
                  <span key={i} className={styles.line} style={{ left: `${(100 * i) / decades}%` }} />
                ))}
                <span className={styles.bar} style={{ "--end": place(value) } as CSSProperties} />
                {low !== undefined && high !== undefined && (
                  <span
                    className={styles.whisker}
                    style={{ "--low": place(low), "--high": place(high) } as CSSProperties}
                  />
                )}
              </span>
              <span className={styles.value}>{text}</span>
            </li>
          ))}
        </ol>
        <div className={styles.axis} aria-hidden="true">
          {ticks.map((i) => (
            <span key={i} style={{ left: `${(100 * i) / decades}%` }} data-odd={i % 2 === 1 || undefined}>
              {tick(from * 10 ** i)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
