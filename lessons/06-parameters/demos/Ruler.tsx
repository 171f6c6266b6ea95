import type { CSSProperties } from "react";
import { placeOn } from "../stops";
import styles from "./Ruler.module.css";

interface RulerProps {
  label: string;
  /** Powers of ten at the two ends. */
  low: number;
  high: number;
  marks: readonly { value: number; label: string }[];
  /** Marks are limits: what lies beyond one shows it. */
  limits?: boolean;
  /** Label of a power of ten, under the ruler. */
  scale?: (value: number) => string;
  rows: readonly {
    key: string;
    label: string;
    value: number;
    text: string;
    note?: string;
    kind?: string;
    words: string;
  }[];
}

/** Quantities many powers of ten apart, as points on one logarithmic ruler with marks worth knowing. */
export function Ruler({ label, low, high, marks, limits, scale, rows }: RulerProps) {
  const place = (value: number) => ({ "--x": placeOn(value, low, high) }) as CSSProperties;
  const powers = scale ? Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)) : [];
  return (
    <div className={styles.ruler}>
      <div className={styles.head} aria-hidden="true">
        <span className={styles.axis}>
          {marks.map((mark) => (
            <span key={mark.label} className={styles.mark} style={place(mark.value)}>
              {mark.label}
            </span>
          ))}
        </span>
      </div>
      <ul aria-label={label}>
        {rows.map((row) => (
          <li key={row.key} className={styles.row} data-row={row.key} data-kind={row.kind}>
            <span className="visually-hidden">{row.words}</span>
            <span className={styles.label} aria-hidden="true">
              {row.label}
            </span>
            <span className={styles.axis} aria-hidden="true">
              {marks.map((mark) => (
                <span
                  key={mark.label}
                  className={styles.tick}
                  style={place(mark.value)}
                  data-over={limits && row.value > mark.value}
                />
              ))}
              <span className={styles.way} style={place(row.value)} />
              <span className={styles.dot} style={place(row.value)} />
            </span>
            <span className={styles.text} aria-hidden="true">
              {row.text} {row.note && <span>{row.note}</span>}
            </span>
          </li>
        ))}
      </ul>
      {scale && (
        <div className={styles.foot} aria-hidden="true">
          <span className={styles.axis}>
            {powers.map((power) => (
              <span key={power} className={styles.power} style={place(power)}>
                {scale(power)}
              </span>
            ))}
          </span>
        </div>
      )}
    </div>
  );
}
