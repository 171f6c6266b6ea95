/** Pearson's test: could these counts come from this distribution? */
export interface ChiSquare {
  /** Σ (observed − expected)² / expected over the bins. */
  statistic: number;
  /** Bins less one. 0 where there is a single bin: then there is nothing to test. */
  freedom: number;
  /** Chance of a statistic as large or larger, if the counts do come from the distribution. */
  pValue: number;
}

/** Fewest expected counts of a bin; below, the statistic no longer follows its distribution. */
const least = 5;

/** Tokens expected less than five times share one bin. `counts` and `probs`: `[V]`. */
export function chiSquare(counts: readonly number[], probs: readonly number[]): ChiSquare {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rest = { seen: 0, expected: 0 };
  const bins = [];
  for (const [id, prob] of probs.entries()) {
    const bin = { seen: counts[id], expected: prob * total };
    if (bin.expected >= least) bins.push(bin);
    else {
      rest.seen += bin.seen;
      rest.expected += bin.expected;
    }
  }
  if (rest.expected >= least || bins.length === 0) bins.push(rest);
  else {
    const smallest = bins.reduce((a, b) => (a.expected < b.expected ? a : b));
    smallest.seen += rest.seen;
    smallest.expected += rest.expected;
  }
  const statistic = bins.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / expected, 0);
  const freedom = bins.length - 1;
  const impossible = counts.some((count, id) => count > 0 && probs[id] === 0);
  return impossible
    ? { statistic: Number.POSITIVE_INFINITY, freedom, pValue: 0 }
    : { statistic, freedom, pValue: tail(statistic, freedom) };
}

/**
 * Chance that a chi-square variable with `freedom` degrees of freedom exceeds x: one less the regularized incomplete
 * gamma function P(a, x/2), a = freedom / 2, by its power series (DLMF 8.7.1). Right to about 1e-12.
 */
export function tail(x: number, freedom: number): number {
  if (x <= 0 || freedom === 0) return 1;
  const [a, half] = [freedom / 2, x / 2];
  if (half > a + 30 * Math.sqrt(a) + 60) return 0; // below 1e-15, and the series would be long
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= half / (a + n);
    sum += term;
  }
  return Math.max(0, 1 - Math.exp(a * Math.log(half) - half - logGamma(a + 1)) * sum);
}

/** ln Γ(a) for whole and half a > 0, from Γ(a) = (a − 1) Γ(a − 1) and Γ(½) = √π. */
function logGamma(a: number): number {
  let log = a % 1 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let factor = a - 1; factor > 0; factor--) log += Math.log(factor);
  return log;
}
