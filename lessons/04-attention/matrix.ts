/** The few operations on matrices, `number[][]`, that attention is made of. */

export type Matrix = number[][];

/** `[n, m]` times `[m, p]` → `[n, p]` */
export function matmul(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => {
    const out = new Array<number>(b[0].length).fill(0); // [p]
    for (let k = 0; k < row.length; k++) for (let j = 0; j < out.length; j++) out[j] += row[k] * b[k][j];
    return out;
  });
}

/** `[n, m]` → `[m, n]` */
export function transpose(a: Matrix): Matrix {
  return a[0].map((_, j) => a.map((row) => row[j]));
}

/** x·W + b: `[n, in]`, `[in, out]`, `[out]` → `[n, out]` */
export function linear(x: Matrix, weight: Matrix, bias: readonly number[]): Matrix {
  return matmul(x, weight).map((row) => row.map((value, j) => value + bias[j]));
}

/** Columns `from` up to and without `to` of every row. */
export function columns(x: Matrix, from: number, to: number): Matrix {
  return x.map((row) => row.slice(from, to));
}

/** e^score / Σ e^score; a score of -∞ gets exactly 0. `[n]` → `[n]` */
export function softmax(scores: readonly number[]): number[] {
  const largest = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = scores.map((score) => Math.exp(score - largest)); // the shift cancels and avoids overflow
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** Each row to mean 0 and variance 1, then scaled and shifted by what was learned. `[n, d]` → `[n, d]` */
export function layerNorm(x: Matrix, weight: readonly number[], bias: readonly number[], eps = 1e-5): Matrix {
  return x.map((row) => {
    const mean = row.reduce((a, b) => a + b, 0) / row.length;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
    return row.map((value, i) => ((value - mean) / Math.sqrt(variance + eps)) * weight[i] + bias[i]);
  });
}

/** Largest difference of two matrices of one shape. */
export function largestGap(a: Matrix, b: Matrix): number {
  return Math.max(...a.map((row, i) => Math.max(...row.map((value, j) => Math.abs(value - b[i][j])))));
}
