import { defineCheck, type Random } from "glassbox/exercise";
import { ranking, softmax } from "../../sampling";
import type { topP } from "./solution";

/**
 * No input is ambiguous: p never falls on a running sum (so `>=` and `>` agree) and never inside a group of
 * tied tokens (so any order of ties gives the same answer). Ties well inside or outside the nucleus do occur.
 */
export const check = defineCheck<typeof topP>({
  function: "topP",
  parameters: ["logits", "temperature", "p"],
  examples: [
    [[2, 1, 0], 1, 0.7],
    [[2, 1, 0], 1, 0], // the most probable token always stays
    [[0, 2, 1], 1, 1], // everything stays
    [[0.3], 1, 0.5],
    [[0, 30, 0], 1, 0.9], // nearly all mass on one token, the others tied
    [[1, 1, 1, 1], 1, 0.9], // a flat distribution needs them all
    [[0, 3, 1, 2], 2, 0.8], // at temperature 1 this nucleus is smaller
    [[0, 3, 1, 2], 0.5, 0.8], // and here it would be larger
  ],
  inputs: (random, size) => {
    const logits = drawLogits(random, size);
    const temperature = random.choice([0.5, 0.8, 1, 1.5, 2.5]);
    return [logits, temperature, drawThreshold(random, softmax(logits, temperature))];
  },
  valid: (logits, temperature, p) =>
    logits.length > 0 && temperature > 0 && p >= 0 && p <= 1 && isClear(softmax(logits, temperature), p),
  invariants: [
    { says: "Return one number for each logit.", holds: (probs, logits) => probs.length === logits.length },
    {
      says: "Every number must be a probability, from 0 to 1.",
      holds: (probs) => probs.every((prob) => prob >= 0 && prob <= 1 + 1e-6),
    },
    {
      says: "The probabilities must add up to 1.",
      holds: (probs) => Math.abs(probs.reduce((sum, prob) => sum + prob, 0) - 1) < 1e-6,
    },
  ],
});

/** Peaked, even, flat, or with ties. */
function drawLogits(random: Random, size: number): number[] {
  const spread = random.choice([3, 1, 0.1]);
  const logits = random.list(size, () => random.normal(spread));
  return random.uniform() < 0.25 ? logits.map(Math.round) : logits;
}

/** A p for which exactly one set of tokens is right, whatever the order of ties. */
function drawThreshold(random: Random, probs: number[]): number {
  const sorted = ranking(probs).map((id) => probs[id]);
  const ends = sorted.map((_, i) => i).filter((i) => sorted[i] !== sorted[i + 1] && sorted[i] > 1e-3);
  const last = random.choice(ends.length > 0 ? ends : [0]); // rank of the token that crosses p
  const before = sorted.slice(0, last).reduce((sum, prob) => sum + prob, 0);
  return before + random.uniform(0.2, 0.8) * sorted[last];
}

/** Whether one set of tokens alone is right: no running sum near p, and no tie across the edge. */
function isClear(probs: number[], p: number): boolean {
  const sorted = ranking(probs).map((id) => probs[id]);
  let mass = 0;
  const sums = sorted.map((prob) => {
    mass += prob;
    return mass;
  });
  if (p === 1) return true; // everything stays
  const last = sums.findIndex((sum) => sum >= p); // rank of the token that crosses p
  const away = p === 0 || sums.every((sum) => Math.abs(sum - p) > 1e-4);
  return away && (last === sorted.length - 1 || sorted[last] - sorted[last + 1] > 1e-6);
}
