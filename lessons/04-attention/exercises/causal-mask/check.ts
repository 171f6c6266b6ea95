import { defineCheck } from "glassbox/exercise";
import type { causalWeights } from "./solution";

/** Nothing here is ambiguous: each row has one right answer. Scores stay within ±20, far from any overflow. */
export const check = defineCheck<typeof causalWeights>({
  function: "causalWeights",
  parameters: ["scores"],
  maxSize: 7,
  examples: [
    [[[3]]], // one token sees itself
    [
      [
        [0, 0],
        [0, 0],
      ],
    ], // even shares of what is in sight
    [
      [
        [1, 9, 9],
        [2, 1, 9],
        [0, 1, 2],
      ],
    ], // the future scores high
    [
      [
        [-5, -1],
        [-9, -8],
      ],
    ], // scores below every stand-in for -∞ but a large one
  ],
  inputs: (random, size) => {
    const spread = random.choice([0.5, 2, 6]);
    return [random.list(size, () => random.list(size, () => random.normal(spread)))];
  },
  valid: (scores) => scores.length > 0 && scores.every((row) => row.length === scores.length),
  invariants: [
    {
      says: "Return one row of weights for each query, as long as the row of scores.",
      holds: (weights, scores) =>
        weights.length === scores.length && weights.every((row) => row.length === scores.length),
    },
    {
      says: "Each row must add up to 1: a query shares out all of its attention.",
      holds: (weights) =>
        weights.every((row) => Math.abs(row.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-6),
    },
    {
      says: "No weight may lie above the diagonal: query t must not see key t + 1 or any later one.",
      holds: (weights) => weights.every((row, t) => row.every((weight, s) => s <= t || weight < 1e-6)),
    },
  ],
});
