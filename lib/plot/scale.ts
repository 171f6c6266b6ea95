const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** End of a probability axis: the smallest round share that holds `largest`, so that bars rarely rescale. */
export function axisEnd(largest: number): number {
  return steps.find((step) => step >= largest) ?? 1;
}

/** Place of a value on an axis that fits [0, ∞] into [0, 1]: 0 → 0, 1 → ½, ∞ → 1. */
export function toShare(value: number): number {
  return value === Number.POSITIVE_INFINITY ? 1 : value / (1 + value);
}

/** The value at a place on that axis. */
export function fromShare(share: number): number {
  return share >= 1 ? Number.POSITIVE_INFINITY : share / (1 - share);
}

/** SVG path through points given as shares of the plot, origin at the lower left. */
export function linePath(points: readonly { x: number; y: number }[], width: number, height: number): string {
  return points
    .map(({ x, y }, i) => `${i ? "L" : "M"}${round(x * width)} ${round((1 - y) * height)}`)
    .join("");
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
