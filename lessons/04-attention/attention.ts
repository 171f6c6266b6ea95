/**
 * Attention(Q, K, V) = softmax(Q·Kᵀ / √d_k + mask)·V (Vaswani et al. 2017), and its multi-head form as GPT-2
 * has it. T queries, S keys (S = T in self-attention), d model width, H heads, d_k = d / H.
 */
import { columns, linear, type Matrix, matmul, softmax, transpose } from "./matrix";

export interface Attended {
  /** q·k / √d_k, before the mask. `[T, S]` */
  scores: Matrix;
  /** Rows of probabilities: how much of each value a query takes. `[T, S]` */
  weights: Matrix;
  /** `[T, d_v]` */
  out: Matrix;
}

/** Nothing may look ahead: query t sees keys 0 to t; the other scores become -∞. `[T, T]` → `[T, T]` */
export function causalMask(scores: Matrix): Matrix {
  return scores.map((row, t) => row.map((score, s) => (s <= t ? score : -Infinity)));
}

/** One head. q `[T, d_k]`, k `[S, d_k]`, v `[S, d_v]`; causal unless told otherwise. */
export function attention(q: Matrix, k: Matrix, v: Matrix, { causal = true, scaled = true } = {}): Attended {
  const d_k = q[0].length;
  const raw = matmul(q, transpose(k)); // [T, S]: every query against every key
  const scores = raw.map((row) => row.map((dot) => (scaled ? dot / Math.sqrt(d_k) : dot))); // [T, S]
  const weights = (causal ? causalMask(scores) : scores).map(softmax); // [T, S], each row sums to 1
  return { scores, weights, out: matmul(weights, v) }; // out: [T, d_v]
}

/** Head h owns columns h·d_k to (h + 1)·d_k. `[T, d]` → `[H, T, d_k]` */
export function splitHeads(x: Matrix, H: number): Matrix[] {
  const d_k = x[0].length / H;
  return Array.from({ length: H }, (_, h) => columns(x, h * d_k, (h + 1) * d_k));
}

/** The way back: heads side by side, in order. `[H, T, d_k]` → `[T, d]` */
export function joinHeads(heads: Matrix[]): Matrix {
  return heads[0].map((_, t) => heads.flatMap((head) => head[t]));
}

/** The weights of one attention layer, by GPT-2's names. */
export interface AttentionWeights {
  c_attn: { weight: Matrix; bias: number[] }; // [d, 3d], [3d]: queries, keys and values at once
  c_proj: { weight: Matrix; bias: number[] }; // [d, d], [d]: mixes what the heads found
}

/** Queries, keys and values of every head. `[T, d]` → three times `[H, T, d_k]` */
export function project(x: Matrix, { c_attn }: AttentionWeights, H: number) {
  const d = x[0].length;
  const qkv = linear(x, c_attn.weight, c_attn.bias); // [T, 3d]
  const [q, k, v] = [0, d, 2 * d].map((from) => splitHeads(columns(qkv, from, from + d), H));
  return { q, k, v };
}

/** A whole layer of causal self-attention: split, attend, join, mix. `[T, d]` → `[T, d]` */
export function multiHead(x: Matrix, weights: AttentionWeights, H: number) {
  const { q, k, v } = project(x, weights, H); // [H, T, d_k] each
  const heads = q.map((_, h) => attention(q[h], k[h], v[h]));
  const out = linear(joinHeads(heads.map((head) => head.out)), weights.c_proj.weight, weights.c_proj.bias);
  return { heads, out }; // out: [T, d]
}
