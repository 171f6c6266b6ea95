import { softmax } from "../../sampling";

/** Each token of the text once: a positive logit divided by θ, a negative one multiplied. Then softmax. */
export function repetitionPenalty(logits: number[], seen: number[], theta: number): number[] {
  const penalized = [...logits]; // [V]
  for (const id of new Set(seen)) penalized[id] = logits[id] > 0 ? logits[id] / theta : logits[id] * theta;
  return softmax(penalized);
}
