/** A matrix in fewer cells, each the mean of a block of entries. `[n, m]` → `[rows, columns]` */
export function blockMeans(
  values: readonly (readonly number[])[],
  rows: number,
  columns: number,
): number[][] {
  const [n, m] = [values.length, values[0].length];
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => {
      const [top, bottom] = [Math.floor((i * n) / rows), Math.floor(((i + 1) * n) / rows)];
      const [left, right] = [Math.floor((j * m) / columns), Math.floor(((j + 1) * m) / columns)];
      const block = values.slice(top, bottom).flatMap((row) => row.slice(left, right));
      return block.reduce((sum, value) => sum + value, 0) / block.length;
    }),
  );
}
