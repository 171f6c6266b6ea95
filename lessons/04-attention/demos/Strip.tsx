import { fixed } from "@/lib/plot/format";
import styles from "./Strip.module.css";
import { signedShade, style } from "./shade";

interface StripProps {
  /** What the numbers are, for assistive technology. */
  label: string;
  values: number[];
  /** Largest size on the axis; the largest of the values unless told. */
  reach?: number;
}

/** A vector as bars from a middle line, positive up and blue, negative down and brown. */
export function Strip({ label, values, reach = Math.max(...values.map(Math.abs)) }: StripProps) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (
    <div
      className={styles.strip}
      role="img"
      aria-label={`${label}: ${values.length} numbers from ${fixed(low, 2)} to ${fixed(high, 2)}`}
    >
      {values.map((value, i) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a component is its place in the vector
          key={i}
          title={fixed(value, 3)}
          data-negative={value < 0 || undefined}
          style={style({
            "--part": (Math.abs(value) / (reach || 1)).toFixed(3),
            "--shade": signedShade((0.45 + 0.55 * (Math.abs(value) / (reach || 1))) * Math.sign(value)),
          })}
        />
      ))}
    </div>
  );
}
