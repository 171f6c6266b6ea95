import { defineCheck } from "glassbox/exercise";
import type { repetitionPenalty } from "./solution";

/**
 * Nothing here is ambiguous: a logit of 0 stays 0 by either rule, and ties play no part. Logits stay small enough
 * for any softmax, also one that does not subtract the largest.
 */
export const check = defineCheck<typeof repetitionPenalty>({
  function: "repetitionPenalty",
  parameters: ["logits", "seen", "theta"],
  examples: [
    [[2, 1, 0], [], 1.5], // an empty text
    [[2, 1, 0], [0], 1], // turned off
    [[2, 1, 0], [0], 2],
    [[1, -1, 0], [1], 2], // a negative logit goes down, too
    [[2, 1, 0], [0, 0, 0], 2], // three times in the text, penalized once
    [[2, -2, 1, -1], [3, 0, 3, 1], 1.2],
    [[0.5], [0], 1.3],
  ],
  inputs: (random, size) => [
    random.list(size, () => random.normal(2)),
    random.list(random.integer(0, size + 1), () => random.integer(0, size - 1)),
    random.choice([1.1, 1.2, 1.5, 2]),
  ],
  valid: (logits, seen, theta) =>
    logits.length > 0 &&
    theta >= 1 &&
    seen.every((id) => Number.isInteger(id) && id >= 0 && id < logits.length),
  invariants: [
    { says: "Return one number for each logit.", holds: (probs, logits) => probs.length === logits.length },
    {
      says: "Return probabilities, each from 0 to 1: softmax comes last.",
      holds: (probs) => probs.every((prob) => prob >= 0 && prob <= 1 + 1e-6),
    },
    {
      says: "The probabilities must add up to 1.",
      holds: (probs) => Math.abs(probs.reduce((sum, prob) => sum + prob, 0) - 1) < 1e-6,
    },
  ],
});
