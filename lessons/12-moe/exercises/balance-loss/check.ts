import { defineCheck, type Random } from "glassbox/exercise";
import { gate, softmax } from "../../routing";
import type { balance } from "./solution";

/** Two experts of 3 to 6 run for every token; scores are continuous, so that no two of a row are alike. */
export const check = defineCheck<typeof balance>({
  function: "balance",
  parameters: ["gates", "probabilities"],
  maxSize: 6,
  examples: [
    [
      [
        [0.6, 0.4, 0, 0],
        [0, 0, 0.5, 0.5],
      ],
      [
        [0.25, 0.25, 0.25, 0.25],
        [0.25, 0.25, 0.25, 0.25],
      ],
    ], // even: 1
    [
      [
        [0.7, 0.3, 0],
        [0.9, 0.1, 0],
      ],
      [
        [0.6, 0.3, 0.1],
        [0.8, 0.1, 0.1],
      ],
    ], // the third is never asked
  ],
  inputs: (random, size) => {
    const E = random.integer(3, 6);
    const scores = draw(random, size, E);
    return [scores.map((row) => gate(row, 2)), scores.map(softmax)];
  },
  invariants: [
    {
      says: "Return one number.",
      holds: (loss) => typeof loss === "number" && Number.isFinite(loss),
    },
  ],
});

/** Scores of T tokens; one expert is the favorite, so that loads are uneven. */
function draw(random: Random, T: number, E: number): number[][] {
  const favor = random.integer(0, E - 1);
  return random.list(T, () =>
    Array.from({ length: E }, (_, expert) => random.normal(1) + (expert === favor ? 2 : 0)),
  );
}
