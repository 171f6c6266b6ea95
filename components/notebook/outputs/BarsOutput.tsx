import type { CSSProperties } from "react";
import type { BarsDisplay } from "@/lib/notebook/display";
import { formatNumber } from "@/lib/notebook/format";
import styles from "./Bars.module.css";
import { Spaced } from "./Spaced";

/** Horizontal bars from a shared zero; a table to those who read instead of look. */
export function BarsOutput({ title, bars }: BarsDisplay) {
  const values = bars.map(({ value }) => value ?? 0);
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low || 1;
  return (
    <table className={styles.bars} data-output="bars">
      {title && <caption>{title}</caption>}
      <tbody>
        {bars.map(({ label, value, removed }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat; bars never move
          <tr key={i} data-removed={removed || undefined}>
            <th scope="row">
              <Spaced text={label} />
            </th>
            <td aria-hidden="true">
              <div className={styles.track} style={toPlace(value ?? 0, low, span)} />
            </td>
            <td>
              {value === null ? "–" : formatNumber(value)}
              {removed && <span className="visually-hidden"> (removed)</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function toPlace(value: number, low: number, span: number): CSSProperties {
  const percent = (part: number) => `${((part / span) * 100).toFixed(2)}%`;
  return { marginLeft: percent(Math.min(0, value) - low), width: percent(Math.abs(value)) };
}
