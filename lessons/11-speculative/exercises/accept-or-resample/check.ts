import { defineCheck, type Random } from "glassbox/exercise";
import type { judge } from "./solution";

/**
 * u never lies within a hundredth of p/q, so `<` and `<=` agree and so do all ways to compare; q is above 0 at the
 * drafted token, as it must be for a token drawn from it. Where p = q nothing is ever rejected.
 */
export const check = defineCheck<typeof judge>({
  function: "judge",
  parameters: ["p", "q", "drafted", "u"],
  examples: [
    [[0.5, 0.3, 0.2], [0.2, 0.5, 0.3], 1, 0.5], // p/q = 0.6: stays
    [[0.5, 0.3, 0.2], [0.2, 0.5, 0.3], 1, 0.7], // goes; only token 0 is missing
    [[0.5, 0.3, 0.2], [0.2, 0.5, 0.3], 0, 0.99], // the target likes it more than the draft does
    [[0, 1, 0], [1, 0, 0], 0, 0.3], // temperature 0, and two opinions
    [[0.4, 0.35, 0.25], [0.1, 0.1, 0.8], 2, 0.9],
  ],
  inputs: (random, size) => {
    const length = Math.max(2, size);
    const [p, q] = [drawDistribution(random, length), drawDistribution(random, length)];
    const likely = q.flatMap((prob, x) => (prob > 0.02 ? [x] : []));
    const over = likely.filter((x) => p[x] < 0.95 * q[x]);
    const drafted = random.choice(over.length > 0 && random.uniform() < 0.7 ? over : likely);
    return [p, q, drafted, drawAwayFrom(random, p[drafted] / q[drafted])];
  },
  invariants: [
    {
      says: "Return null where the token stays, else one number for each token of the vocabulary.",
      holds: (verdict, p) => verdict === null || (Array.isArray(verdict) && verdict.length === p.length),
    },
    {
      says: "What you return after a rejection must be a distribution: no number below 0, and all adding up to 1.",
      holds: (verdict) =>
        verdict === null ||
        (verdict.every((prob) => prob >= 0) &&
          Math.abs(verdict.reduce((sum, prob) => sum + prob, 0) - 1) < 1e-6),
    },
  ],
});

/** Peaked or flat. */
function drawDistribution(random: Random, length: number): number[] {
  const spread = random.choice([0.5, 1.5, 3]);
  const weights = random.list(length, () => Math.exp(random.normal(spread)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** A random number in [0, 1) that is not within a hundredth of `ratio`. */
function drawAwayFrom(random: Random, ratio: number): number {
  for (;;) {
    const u = random.uniform();
    if (Math.abs(u - ratio) > 0.01) return u;
  }
}
