/**
 * Why 1/√d_k? An experiment with random numbers: queries and keys with independent components of mean 0 and
 * variance 1, as Vaswani et al. 2017 (footnote 4) assume. Seeded: the same draws on every machine.
 */
import { entropy } from "./heads";
import { softmax } from "./matrix";
import { normal } from "./random";

/** What one query makes of its keys. */
export interface Outcome {
  /** Mean of e^entropy of the softmax rows: as if so many keys were looked at evenly. */
  keys: number;
  /** Mean share of the largest weight. */
  largest: number;
  /** Mean size of the softmax's Jacobian, as a part of what it is when all keys get the same. */
  gradient: number;
  /** Median of the same: what the typical query sees. */
  typicalGradient: number;
}

export interface Experiment {
  d_k: number;
  /** Variance of the dot products, over all draws. */
  variance: number;
  plain: Outcome;
  scaled: Outcome;
  /** Shares from the largest down, averaged over the queries. `[n]` */
  rows: { plain: number[]; scaled: number[] };
}

/** Draws `queries` times one query and n keys of d_k components. */
export function experiment(d_k: number, random: () => number, { n = 16, queries = 100 } = {}): Experiment {
  const draw = () => Array.from({ length: d_k }, () => normal(random)); // [d_k]
  const dots = Array.from({ length: queries }, () => {
    const q = draw();
    return Array.from({ length: n }, () => dot(q, draw())); // [n]
  });
  const plain = dots.map(softmax); // [queries, n]
  const scaled = dots.map((row) => softmax(row.map((score) => score / Math.sqrt(d_k)))); // [queries, n]
  return {
    d_k,
    variance: variance(dots.flat()),
    plain: toOutcome(plain),
    scaled: toOutcome(scaled),
    rows: { plain: meanRanked(plain), scaled: meanRanked(scaled) },
  };
}

/**
 * Size (Frobenius norm) of softmax's Jacobian ∂p_i/∂s_j = p_i·(δ_ij - p_j): how far the probabilities move when a
 * score is nudged. √(n - 1)/n when all are equal, 0 when one has everything.
 */
export function jacobianSize(probs: readonly number[]): number {
  const squares = probs.reduce((sum, p) => sum + p * p, 0);
  const cubes = probs.reduce((sum, p) => sum + p ** 3, 0);
  return Math.sqrt(Math.max(0, squares - 2 * cubes + squares ** 2));
}

function toOutcome(rows: number[][]): Outcome {
  const even = jacobianSize(rows[0].map(() => 1 / rows[0].length));
  const gradients = rows.map((row) => jacobianSize(row) / even);
  return {
    keys: mean(rows.map((row) => Math.exp(entropy(row)))),
    largest: mean(rows.map((row) => Math.max(...row))),
    gradient: mean(gradients),
    typicalGradient: descending(gradients)[Math.floor(gradients.length / 2)],
  };
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

export function variance(values: readonly number[]): number {
  const center = mean(values);
  return mean(values.map((value) => (value - center) ** 2));
}

export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Average largest share, average second largest, … `[queries, n]` → `[n]` */
function meanRanked(rows: number[][]): number[] {
  const sorted = rows.map(descending);
  return rows[0].map((_, rank) => mean(sorted.map((row) => row[rank])));
}

function descending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => b - a);
}
