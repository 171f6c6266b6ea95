/** Numbers in as many nested arrays as the tensor has axes. */
export type Nested = number[] | Nested[];

/** Row-major numbers → nested arrays: 12 numbers of shape `[3, 4]` become 3 arrays of 4. */
export function toNested(data: ArrayLike<number>, shape: readonly number[]): Nested {
  let rows: unknown[] = Array.from(data);
  for (const size of shape.slice(1).reverse())
    rows = Array.from({ length: rows.length / size }, (_, i) => rows.slice(i * size, (i + 1) * size));
  return rows as Nested;
}
