import { softmax } from "../../sampling";

/** Softmax at this temperature, then the smallest set of most probable tokens whose mass reaches p. */
export function topP(logits: number[], temperature: number, p: number): number[] {
  const probs = softmax(logits, temperature); // [V]
  const ids = probs.map((_, id) => id).sort((a, b) => probs[b] - probs[a]); // [V], most probable first
  const kept = probs.map(() => 0); // [V]
  let mass = 0;
  for (const id of ids) {
    kept[id] = probs[id]; // before the test: the token that crosses p stays
    mass += probs[id];
    if (mass >= p) break;
  }
  return kept.map((prob) => prob / mass);
}
