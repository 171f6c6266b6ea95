/**
 * The exact number of parameters of a GPT-2: L layers of width H, vocabulary V, P positions.
 * It has learned positions, LayerNorms with scale and shift, an FFN that is 4H wide inside, a bias
 * on every projection of its layers, and an output head tied to the token embedding.
 */
export function countGpt2(L: number, H: number, V: number, P: number): number {
  return (V + P) * H + 12 * L * H ** 2; // not all yet: press Check
}
