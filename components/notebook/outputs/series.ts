import type { SeriesDisplay } from "@/lib/notebook/display";
import { formatNumber } from "@/lib/notebook/format";

/** The line is drawn in a box this large; `preserveAspectRatio="none"` fits it to the page. */
export const box = { width: 1_000, height: 200 };

/** Lowest and highest of the finite values. */
export function findSpan(values: SeriesDisplay["values"]): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? { low: 0, high: 0 } : { low, high };
}

/** Place of a value in the box, 0 at its top to 1 at its foot. */
export function toDrop(value: number, { low, high }: { low: number; high: number }): number {
  return high === low ? 0.5 : (high - value) / (high - low);
}

/** The values as one SVG path, broken where they are not finite; a lone value is a short dash. */
export function toPath(values: SeriesDisplay["values"]): string {
  const span = findSpan(values);
  const step = box.width / Math.max(1, values.length - 1);
  const round = (number: number) => Number(number.toFixed(1));
  let path = "";
  values.forEach((value, i) => {
    if (value === null) return;
    const starts = i === 0 || values[i - 1] === null;
    path += `${starts ? "M" : "L"}${round(i * step)} ${round(toDrop(value, span) * box.height)}`;
    if (starts && (values[i + 1] ?? null) === null) path += "h1";
  });
  return path;
}

/** "300 numbers from -1 to 1; the first is 0, the last 0.5." */
export function summarizeSeries({ values, total }: SeriesDisplay): string {
  const { low, high } = findSpan(values);
  const gaps = values.filter((value) => value === null).length;
  const unfinished = gaps > 0 ? ` ${gaps.toLocaleString("en-US")} of them are not finite.` : "";
  const ends = [values[0], values.at(-1)].map((value) =>
    value == null ? "not finite" : formatNumber(value),
  );
  const last = total > values.length ? `number ${values.length.toLocaleString("en-US")}` : "the last";
  return `${total.toLocaleString("en-US")} numbers from ${formatNumber(low)} to ${formatNumber(high)}; the first is ${ends[0]}, ${last} ${ends[1]}.${unfinished}`;
}
