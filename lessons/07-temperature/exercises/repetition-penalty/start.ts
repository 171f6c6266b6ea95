import { softmax } from "../../sampling";

/**
 * The repetition penalty, from logits to the probabilities a sampler draws from.
 * logits: one score a token, `[V]`; seen: ids of the tokens in the text, in its order, so with repeats;
 * theta: 1 or more, 1 leaves everything as it is.
 * Returns `[V]`, in the order of the logits, adding up to 1.
 */
export function repetitionPenalty(logits: number[], seen: number[], theta: number): number[] {
  const penalized = [...logits]; // [V]
  for (const id of seen) penalized[id] = penalized[id] / theta; // wrong in two ways: press Check
  return softmax(penalized);
}
