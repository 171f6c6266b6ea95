/** How much a prediction changes when a head is turned off. */
import { softmax } from "./matrix";

/** Gates for every head, all open but those in `off`. `[L, H]` */
export function gatesWithout(off: readonly (readonly [layer: number, head: number])[], L: number, H: number) {
  return Array.from({ length: L }, (_, layer) =>
    Array.from({ length: H }, (_, head) => (off.some(([l, h]) => l === layer && h === head) ? 0 : 1)),
  );
}

/** Kullback–Leibler divergence Σ p·ln(p / q), in nats: 0 when both agree everywhere. */
export function divergence(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, value, i) => (value > 0 ? sum + value * Math.log(value / q[i]) : sum), 0);
}

/** Mean loss over a text: how surprised the model is by each next token, -ln p(next), in nats. `[T, V]`, `[T]` */
export function textLoss(logits: readonly (readonly number[])[], tokens: readonly number[]): number {
  const losses = tokens.slice(1).map((next, t) => logSum(logits[t]) - logits[t][next]);
  return losses.length === 0 ? 0 : losses.reduce((a, b) => a + b, 0) / losses.length;
}

function logSum(row: readonly number[]): number {
  const largest = row.reduce((a, b) => Math.max(a, b), -Infinity);
  return largest + Math.log(row.reduce((sum, logit) => sum + Math.exp(logit - largest), 0));
}

export interface Damage {
  /** Divergence of the next-token distribution from the intact model's, nats. */
  divergence: number;
  /** Mean loss over the text, nats, of the intact model and of the damaged one. */
  loss: { before: number; after: number };
  /** Next-token probabilities, `[V]` each. */
  probs: { before: number[]; after: number[] };
}

/** Compares two passes over the same tokens. `[T, V]`, `[T, V]`, `[T]` */
export function compare(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
  tokens: readonly number[],
): Damage {
  const probs = { before: softmax(before[tokens.length - 1]), after: softmax(after[tokens.length - 1]) };
  return {
    divergence: Math.max(0, divergence(probs.before, probs.after)),
    loss: { before: textLoss(before, tokens), after: textLoss(after, tokens) },
    probs,
  };
}

/** Indices from the largest value to the smallest; equals keep their order. */
export function ranking(values: readonly number[]): number[] {
  return values.map((_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
}
