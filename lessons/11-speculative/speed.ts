/**
 * What speculative decoding pays, as a formula. Source: Leviathan et al. 2022, equation 1 and theorem 3.8.
 *
 * α: chance that a drafted token is accepted, the same for every one and independent of the others;
 * γ: drafted tokens a round; c: time of one drafted token, in tokens of the target.
 */

/** Tokens that a round yields on average: (1 − α^(γ+1)) / (1 − α), at most γ + 1. */
export function expectedTokens(alpha: number, gamma: number): number {
  return alpha === 1 ? gamma + 1 : (1 - alpha ** (gamma + 1)) / (1 - alpha);
}

/**
 * How many times as fast as plain decoding. `check` is the time of one pass over γ + 1 tokens, in tokens of the
 * target: 1 in the paper's formula, where such a pass costs no more than one over a single token.
 */
export function speedUp(alpha: number, gamma: number, c: number, check = 1): number {
  return expectedTokens(alpha, gamma) / (gamma * c + check);
}

/** The γ from 0 (no drafting) to `most` with the largest speed-up; the smallest of equals. */
export function bestGamma(alpha: number, c: number, most = 15): number {
  let best = 0;
  for (let gamma = 1; gamma <= most; gamma++)
    if (speedUp(alpha, gamma, c) > speedUp(alpha, best, c)) best = gamma;
  return best;
}

/** The α at which rounds are `times` as fast at their best γ, by halving an interval; undefined where even 1 is too low. */
export function acceptanceFor(times: number, c: number, most = 15): number | undefined {
  const reached = (alpha: number) => speedUp(alpha, bestGamma(alpha, c, most), c);
  if (reached(1) < times) return undefined;
  let [low, high] = [0, 1];
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2;
    if (reached(middle) < times) low = middle;
    else high = middle;
  }
  return high;
}
