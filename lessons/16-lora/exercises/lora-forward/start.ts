import { addScaled, matmul } from "../../matrix";

/**
 * What a layer with an adapter beside its weight gives.
 * x: `[T, in]`; W: `[in, out]`; A: `[in, r]`; B: `[r, out]`; the change is scaled by α / r.
 * addScaled(x, y, c) is x + c·y. Returns `[T, out]`.
 */
export function loraForward(
  x: number[][],
  W: number[][],
  A: number[][],
  B: number[][],
  alpha: number,
): number[][] {
  const thin = matmul(x, A); // [T, r]
  return addScaled(matmul(x, W), matmul(thin, B), alpha); // nearly: press Check
}
