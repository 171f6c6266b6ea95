/** Tries every γ: tokens of a round, 1 + α + … + α^γ, over its time, γc + 1. */
export function bestGamma(alpha: number, c: number, most: number): number {
  let [best, fastest] = [0, 1]; // without drafts: one token, in the time of one
  let tokens = 1;
  for (let gamma = 1; gamma <= most; gamma++) {
    tokens += alpha ** gamma;
    const speed = tokens / (gamma * c + 1);
    if (speed > fastest) [best, fastest] = [gamma, speed];
  }
  return best;
}
