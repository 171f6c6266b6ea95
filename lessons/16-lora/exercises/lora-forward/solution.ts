import { addScaled, matmul } from "../../matrix";

/** The thin way round: x·A is only r wide, so A·B is never written out. */
export function loraForward(
  x: number[][],
  W: number[][],
  A: number[][],
  B: number[][],
  alpha: number,
): number[][] {
  const r = B.length;
  const thin = matmul(x, A); // [T, r]
  return addScaled(matmul(x, W), matmul(thin, B), alpha / r); // [T, out]
}
