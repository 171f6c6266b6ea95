/** Embeddings, layers of 12H² + 13H, the last LayerNorm; the output head is the embedding again. */
export function countGpt2(L: number, H: number, V: number, P: number): number {
  const linear = (from: number, to: number) => from * to + to; // matrix and bias
  const norm = 2 * H; // scale and shift
  const attention = linear(H, 3 * H) + linear(H, H); // 4H² + 4H
  const ffn = linear(H, 4 * H) + linear(4 * H, H); // 8H² + 5H
  const layer = norm + attention + norm + ffn; // 12H² + 13H
  return (V + P) * H + L * layer + norm;
}
