/** Repeated measurements, summed up by numbers that a single slow run cannot move. */

/** A value with a share q of the numbers below it, interpolated between neighbors. q = 0.5 is the median. */
export function quantile(numbers: readonly number[], q: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = q * (sorted.length - 1);
  const [low, high] = [Math.floor(at), Math.ceil(at)];
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

export interface Spread {
  median: number;
  /** A quarter of the runs lies below, */
  low: number;
  /** and a quarter above. */
  high: number;
  /** How many runs there were. */
  runs: number;
}

export function spread(numbers: readonly number[]): Spread {
  return {
    median: quantile(numbers, 0.5),
    low: quantile(numbers, 0.25),
    high: quantile(numbers, 0.75),
    runs: numbers.length,
  };
}

/** The same spread in another unit. */
export function scale({ median, low, high, runs }: Spread, factor: number): Spread {
  return { median: median * factor, low: low * factor, high: high * factor, runs };
}
