import type { HeatmapDisplay } from "@/lib/notebook/display";
import { findRange } from "./heatmap";

type Values = HeatmapDisplay["values"];

/** Tints of a picture: fine enough for the eye, few enough that each is one path, whatever the size. */
const tints = 24;

/** What the ends of a scale stand for. */
export interface Range {
  smallest: number;
  largest: number;
}

export interface Tint {
  /** CSS color. */
  color: string;
  /** SVG path over all cells of the tint, a unit a cell. */
  path: string;
}

/** A matrix as one path a tint. The scale reaches over `range`, so that several pictures can share it. */
export function toTints(
  values: Values,
  scale: HeatmapDisplay["scale"],
  range: Range = findRange(values),
): Tint[] {
  const paths = new Map<number, string>();
  values.forEach((row, i) => {
    // Neighbors of one tint are one stroke.
    for (let j = 0; j < row.length; ) {
      const tint = tintOf(row[j], scale, range);
      let end = j + 1;
      while (end < row.length && tintOf(row[end], scale, range) === tint) end++;
      if (tint !== undefined) paths.set(tint, `${paths.get(tint) ?? ""}M${j} ${i}h${end - j}v1h${j - end}z`);
      j = end;
    }
  });
  return [...paths].sort(([a], [b]) => a - b).map(([tint, path]) => ({ color: toColor(tint, scale), path }));
}

/** -24 … 24, zero where the scale has its zero; nothing for a gap. */
function tintOf(
  value: number | null,
  scale: HeatmapDisplay["scale"],
  { smallest, largest }: Range,
): number | undefined {
  if (value === null) return undefined;
  if (scale === "diverging") {
    const reach = Math.max(Math.abs(smallest), Math.abs(largest)) || 1;
    return Math.round((value / reach) * tints);
  }
  const low = Math.min(0, smallest);
  return Math.round(((value - low) / (largest - low || 1)) * tints);
}

function toColor(tint: number, scale: HeatmapDisplay["scale"]): string {
  const part = `${((Math.abs(tint) / tints) * 100).toFixed(0)}%`;
  if (scale === "sequential") return `color-mix(in oklab, var(--seq-high) ${part}, var(--seq-low))`;
  return `color-mix(in oklab, var(${tint < 0 ? "--div-neg" : "--div-pos"}) ${part}, var(--div-zero))`;
}
