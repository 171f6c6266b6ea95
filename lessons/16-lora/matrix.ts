/** Matrices as lists of rows: slow, and every step in sight. */
export type Matrix = number[][];

/** `[n, k]`, `[k, m]` → `[n, m]` */
export function matmul(x: Matrix, y: Matrix): Matrix {
  return x.map((row) => y[0].map((_, j) => row.reduce((sum, value, k) => sum + value * y[k][j], 0)));
}

/** x + c·y, entry by entry. */
export function addScaled(x: Matrix, y: Matrix, c = 1): Matrix {
  return x.map((row, i) => row.map((value, j) => value + c * y[i][j]));
}

export function largestGap(x: Matrix, y: Matrix): number {
  return Math.max(...x.flatMap((row, i) => row.map((value, j) => Math.abs(value - y[i][j]))));
}
