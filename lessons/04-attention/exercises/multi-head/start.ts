import { columns, matmul, softmax, transpose } from "../../matrix";

/**
 * Causal attention with H heads, from queries, keys and values that are already projected.
 * q, k, v: `[T, d]`; H divides d; head h owns the columns h·d/H to (h + 1)·d/H.
 * Returns `[T, d]`: what the heads found, side by side in order.
 */
export function multiHeadAttention(q: number[][], k: number[][], v: number[][], H: number): number[][] {
  const d_k = q[0].length / H;
  const [q0, k0, v0] = [q, k, v].map((x) => columns(x, 0, d_k)); // [T, d_k] each
  const scores = matmul(q0, transpose(k0)); // [T, T]
  return matmul(scores.map(softmax), v0); // only head 0 so far, and not yet right: press Check
}
