import { defineCheck } from "glassbox/exercise";
import type { top2 } from "./solution";

/** No two scores are closer than a tenth, so that ties and rounding decide nothing; all are small enough for a plain exp. */
export const check = defineCheck<typeof top2>({
  function: "top2",
  parameters: ["scores"],
  maxSize: 8,
  examples: [
    [[2, 1]], // two experts: both run
    [[0.5, 3, -1, 2]],
    [[-4, -1, -2, -3]], // all below 0: zero is not a low score
    [[1, 9, -9, 0.5]], // one is nearly sure
  ],
  inputs: (random, size) => {
    for (;;) {
      const scores = random.list(Math.max(2, size), () => Math.round(100 * random.normal(2)) / 100);
      if (apart(scores)) return [scores];
    }
  },
  valid: (scores) => scores.length > 1 && scores.every((score) => Math.abs(score) < 20) && apart(scores),
  invariants: [
    {
      says: "Return one weight for each expert, in their order.",
      holds: (gates, scores) => gates.length === scores.length,
    },
    {
      says: "A weight is a number from 0 to 1.",
      holds: (gates) => gates.every((weight) => weight >= 0 && weight <= 1),
    },
  ],
});

function apart(scores: number[]): boolean {
  const sorted = [...scores].sort((a, b) => a - b);
  return sorted.slice(1).every((score, i) => score - sorted[i] >= 0.1);
}
