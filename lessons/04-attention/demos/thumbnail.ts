import type { Matrix } from "../matrix";

/** Tints of a thumbnail. Few, so that each is one path, whatever the length of the text. */
const tints = 8;

/** Cells of a map as one SVG path a tint, in a square of T × T units; paler than half a tint is left out. */
export function toPaths(weights: Matrix): { part: number; path: string }[] {
  const paths = Array.from({ length: tints }, (_, i) => ({ part: (i + 1) / tints, path: "" }));
  weights.forEach((row, t) => {
    row.forEach((weight, s) => {
      const tint = Math.round(weight * tints);
      if (tint > 0) paths[tint - 1].path += `M${s} ${t}h1v1h-1z`;
    });
  });
  return paths.filter(({ path }) => path !== "");
}
