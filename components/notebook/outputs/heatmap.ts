import type { HeatmapDisplay } from "@/lib/notebook/display";
import { formatNumber } from "@/lib/notebook/format";

export type Cell = [row: number, column: number];

/** The cell that a key leads to, or nothing if the key does not move. */
export function moveInGrid(
  key: string,
  [row, column]: Readonly<Cell>,
  rows: number,
  columns: number,
): Cell | undefined {
  const clamp = (at: number, count: number) => Math.max(0, Math.min(count - 1, at));
  const steps: Record<string, Cell> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, columns - 1],
  };
  if (!Object.hasOwn(steps, key)) return undefined;
  return [clamp(steps[key][0], rows), clamp(steps[key][1], columns)];
}

/** Value → color. Sequential: from the smallest (or 0) to the largest; diverging: zero in the middle. */
export function toShade(heatmap: HeatmapDisplay): (value: number | null) => string {
  const strength = toStrength(heatmap);
  if (heatmap.scale === "sequential")
    return (value) => mix(value, "--seq-low", "--seq-high", strength(value ?? 0));
  return (value) =>
    mix(value, "--div-zero", (value ?? 0) < 0 ? "--div-neg" : "--div-pos", strength(value ?? 0));
}

function mix(value: number | null, from: string, to: string, part: number): string {
  if (value === null) return "transparent";
  return `color-mix(in oklab, var(${to}) ${(part * 100).toFixed(1)}%, var(${from}))`;
}

/** Where a value stands between the pale and the strong end of its scale, 0 to 1: what its number must be read on. */
export function toStrength({ values, scale }: HeatmapDisplay): (value: number) => number {
  const { smallest, largest } = findRange(values);
  if (scale === "diverging") {
    const reach = Math.max(Math.abs(smallest), Math.abs(largest)) || 1;
    return (value) => Math.abs(value) / reach;
  }
  const low = Math.min(0, smallest);
  return (value) => (value - low) / (largest - low || 1);
}

/** One value with its place in words: "row 2, ball: 0.25". */
export function toReading({ values, rowLabels, columnLabels }: HeatmapDisplay, [row, column]: Cell): string {
  const value = values[row]?.[column] ?? null;
  const place = `${rowLabels?.[row] ?? `row ${row}`}, ${columnLabels?.[column] ?? `column ${column}`}`;
  return `${place}: ${value === null ? "not a finite number" : formatNumber(value)}`;
}

/** "12 × 8 values from 0 to 0.98; the largest is at ball, T = 0." */
export function summarize({ values, rowLabels, columnLabels }: HeatmapDisplay): string {
  const { smallest, largest, at } = findRange(values);
  const size = `${values.length} × ${values[0]?.length ?? 0} values`;
  if (!at) return `${size}, none of them finite.`;
  const place = `${rowLabels?.[at[0]] ?? `row ${at[0]}`}, ${columnLabels?.[at[1]] ?? `column ${at[1]}`}`;
  return `${size} from ${formatNumber(smallest)} to ${formatNumber(largest)}; the largest is at ${place}.`;
}

/** Smallest and largest of the finite values, and where the largest stands. */
export function findRange(values: HeatmapDisplay["values"]) {
  let smallest = Number.POSITIVE_INFINITY;
  let largest = Number.NEGATIVE_INFINITY;
  let at: Cell | undefined;
  values.forEach((row, i) => {
    row.forEach((value, j) => {
      if (value === null) return;
      smallest = Math.min(smallest, value);
      if (value <= largest) return;
      largest = value;
      at = [i, j];
    });
  });
  return { smallest, largest, at };
}
