import { defineCheck } from "glassbox/exercise";
import { speedUp } from "../../speed";
import type { bestGamma } from "./solution";

/** No input has two γ whose speeds are within a thousandth of the best, so that rounding decides nothing. */
export const check = defineCheck<typeof bestGamma>({
  function: "bestGamma",
  parameters: ["alpha", "c", "most"],
  examples: [
    [0.75, 1 / 3, 10],
    [0.3, 0.5, 10], // a guess costs more than it saves
    [1, 0.1, 5], // always right
    [0.9, 0, 7], // free guesses
    [0, 0.2, 4],
    [0.8, 0.05, 15],
  ],
  inputs: (random, size) => {
    for (;;) {
      const [alpha, c] = [random.uniform(0.05, 0.98), random.choice([0.02, 0.05, 0.1, 0.2, 0.3, 0.5])];
      const most = random.integer(1, 2 + size);
      if (clear(alpha, c, most)) return [alpha, c, most];
    }
  },
  valid: (alpha, c, most) =>
    alpha >= 0 &&
    alpha <= 1 &&
    c >= 0 &&
    Number.isInteger(most) &&
    most >= 1 &&
    most <= 15 &&
    clear(alpha, c, most),
  invariants: [
    {
      says: "Return a whole number from 0 to most.",
      holds: (gamma, _alpha, _c, most) => Number.isInteger(gamma) && gamma >= 0 && gamma <= most,
    },
  ],
});

/** One γ is best, and by more than rounding. */
function clear(alpha: number, c: number, most: number): boolean {
  const speeds = Array.from({ length: most + 1 }, (_, gamma) => speedUp(alpha, gamma, c)).sort(
    (a, b) => b - a,
  );
  return speeds[0] - speeds[1] > 1e-3 * speeds[0];
}
