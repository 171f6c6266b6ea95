/**
 * Speculative sampling: a small model drafts tokens, a large one keeps those it would have drawn itself.
 *
 * p is the target's distribution, q the draft's, both `[V]`. Source: Leviathan et al. 2022, algorithm 1; the same
 * rule is in Chen et al. 2023. A temperature of 0 needs no rule of its own: p and q then have one token each.
 */

/** What is left to chance. Tests replace it by something that tries every outcome. */
export interface Chance {
  /** True with this probability, which may be above 1. */
  happens(probability: number): boolean;
  /** A token drawn from a distribution. */
  draw(probs: readonly number[]): number;
}

export interface Verdict {
  /** How many of the drafted tokens stay, from the first on. */
  accepted: number;
  /** The token that the target adds: in the place of the first one rejected, or behind them all. */
  token: number;
}

/** Probability of each token at a temperature; at 0 the likeliest has it all. [V] → [V] */
export function softmax(logits: ArrayLike<number>, temperature = 1): number[] {
  const scores = Array.from(logits);
  const largest = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  if (temperature === 0) {
    const winner = scores.indexOf(largest);
    return scores.map((_, id) => (id === winner ? 1 : 0));
  }
  return normalize(scores.map((score) => Math.exp((score - largest) / temperature)));
}

/** Chance that the target keeps a drafted token: it has p(x), and the draft proposes it q(x) of the time. */
export function acceptance(p: readonly number[], q: readonly number[], token: number): number {
  return Math.min(1, p[token] / q[token]);
}

/** Chance that whatever the draft proposes is kept: Σ min(p, q), what the two distributions share. */
export function overlap(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, prob, id) => sum + Math.min(prob, q[id]), 0);
}

/** What the target draws from after a rejection: the part of p that no draft could have covered. [V] */
export function residual(p: readonly number[], q: readonly number[]): number[] {
  const missing = p.map((prob, id) => Math.max(0, prob - q[id]));
  // Nothing is missing where p and q are the same but for rounding; then nothing is rejected either.
  return missing.some((prob) => prob > 0) ? normalize(missing) : [...p];
}

/**
 * Judges γ drafted tokens, in their order. `p[i]` is the target's distribution for the place of token i, `q[i]` the
 * one it was drawn from; `p[γ]` stands behind them all.
 */
export function verify(
  p: readonly (readonly number[])[], // [γ + 1, V]
  q: readonly (readonly number[])[], // [γ, V]
  drafted: readonly number[], // [γ]
  chance: Chance,
): Verdict {
  for (const [i, token] of drafted.entries())
    if (!chance.happens(acceptance(p[i], q[i], token)))
      return { accepted: i, token: chance.draw(residual(p[i], q[i])) };
  return { accepted: drafted.length, token: chance.draw(p[drafted.length]) };
}

function normalize(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
