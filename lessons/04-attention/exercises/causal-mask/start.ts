import { softmax } from "../../matrix";

/**
 * Attention weights of a decoder, from scores that are already divided by √d_k.
 * scores: `[T, T]`, a row for each query, a column for each key. softmax: `[n]` → `[n]`.
 * Returns `[T, T]`: query t shares its attention among keys 0 to t.
 */
export function causalWeights(scores: number[][]): number[][] {
  return scores.map((row) => softmax(row)); // sees the future: press Check
}
