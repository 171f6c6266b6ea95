import { defineCheck } from "glassbox/exercise";
import type { countGpt2 } from "./solution";

/** Whole numbers, so the answer must be exact: a missing vector of H is a mistake, however small its share. */
export const check = defineCheck<typeof countGpt2>({
  function: "countGpt2",
  parameters: ["L", "H", "V", "P"],
  examples: [
    [1, 1, 1, 1],
    [1, 2, 5, 3],
    [4, 128, 2048, 256], // story-1m: 1,088,256
    [12, 768, 50257, 1024], // GPT-2 small: 124,439,808
  ],
  inputs: (random, size) => [
    random.integer(1, size + 1),
    random.integer(1, 16) * 4,
    random.integer(1, 100) * size,
    random.integer(1, 20) * size,
  ],
  valid: (...sizes) => sizes.every((size) => Number.isInteger(size) && size > 0),
  equal: (expected, got) => got === expected,
  invariants: [{ says: "Return one whole number.", holds: (got) => Number.isInteger(got) }],
});
