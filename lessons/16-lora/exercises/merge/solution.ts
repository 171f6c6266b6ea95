import { addScaled, matmul } from "../../matrix";

interface Adapter {
  A: number[][]; // [in, r], each adapter with an r of its own
  B: number[][]; // [r, out]
  alpha: number;
  /** 0 leaves W as it is, 1 is the adapter as trained. */
  strength: number;
}

/** Changes add up, each with its own scale. */
export function mergeAdapters(W: number[][], adapters: Adapter[]): number[][] {
  return adapters.reduce(
    (merged, { A, B, alpha, strength }) => addScaled(merged, matmul(A, B), (strength * alpha) / B.length),
    W.map((row) => [...row]),
  );
}
