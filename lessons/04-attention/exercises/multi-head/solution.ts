import { columns, matmul, softmax, transpose } from "../../matrix";

/** Every head attends within its own columns; the results stand side by side again. */
export function multiHeadAttention(q: number[][], k: number[][], v: number[][], H: number): number[][] {
  const d_k = q[0].length / H;
  const heads = Array.from({ length: H }, (_, h) => {
    const [qh, kh, vh] = [q, k, v].map((x) => columns(x, h * d_k, (h + 1) * d_k)); // [T, d_k] each
    const weights = matmul(qh, transpose(kh)).map((row, t) =>
      softmax(row.map((dot, s) => (s <= t ? dot / Math.sqrt(d_k) : -Infinity))),
    ); // [T, T]
    return matmul(weights, vh); // [T, d_k]
  });
  return q.map((_, t) => heads.flatMap((head) => head[t])); // [T, d]
}
