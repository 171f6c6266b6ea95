/**
 * Judges one drafted token.
 * p: the target's distribution, q: the draft's, both `[V]`; drafted: the token, drawn from q; u: a random number in [0, 1).
 * Returns null where the token stays, else the distribution `[V]` that its replacement is drawn from.
 */
export function judge(p: number[], q: number[], drafted: number, u: number): number[] | null {
  return u < p[drafted] ? null : q; // a wrong answer to begin with: press Check
}
