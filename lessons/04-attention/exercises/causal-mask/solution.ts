import { softmax } from "../../matrix";

/** A score of -∞ becomes a weight of exactly 0, and the rest still adds up to 1. */
export function causalWeights(scores: number[][]): number[][] {
  return scores.map((row, t) => softmax(row.map((score, s) => (s <= t ? score : -Infinity)))); // [T, T]
}
