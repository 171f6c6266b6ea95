import { addScaled, type Matrix, matmul } from "./matrix";

/**
 * The technique on one matrix, in plain loops. Rows are tokens, so everything multiplies from the right: the paper's
 * h = W₀x + (α/r)·BAx, with its A and B as [in, r] and [r, out] (Hu et al. 2021, eq. 3).
 */
export interface LowRank {
  A: Matrix; // [in, r]
  B: Matrix; // [r, out]
  alpha: number;
}

/** The adapter beside the weight: x·W + (α/r)·(x·A)·B. `[T, in]` → `[T, out]` */
export function loraForward(x: Matrix, W: Matrix, { A, B, alpha }: LowRank): Matrix {
  const r = B.length;
  const thin = matmul(x, A); // [T, r]
  return addScaled(matmul(x, W), matmul(thin, B), alpha / r);
}

/** The adapter in the weight: W + strength·(α/r)·A·B. `[in, out]` */
export function mergeLora(W: Matrix, { A, B, alpha }: LowRank, strength = 1): Matrix {
  return addScaled(W, matmul(A, B), (strength * alpha) / B.length);
}

/** Numbers in A and B. */
export function loraSize(n_in: number, n_out: number, r: number): number {
  return r * (n_in + n_out);
}
