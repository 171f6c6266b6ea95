import { softmax } from "../../sampling";

/**
 * Top-p, from logits to the probabilities a sampler draws from.
 * logits: one score a token, `[V]`; temperature: above 0; p: share of the mass to keep, 0 to 1.
 * Returns `[V]`, in the order of the logits: 0 for a token left out, the rest adding up to 1.
 */
export function topP(logits: number[], temperature: number, p: number): number[] {
  const probs = softmax(logits, temperature); // [V]
  return probs.map((prob) => (prob >= p ? prob : 0)); // a wrong answer to begin with: press Check
}
