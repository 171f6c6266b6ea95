import type { Nested } from "../model/nested";

/**
 * How a wrapped array makes itself seen: it has a `shape` and a method `toNested()`. Displays, `expect` and the
 * checks of exercises ask for no more, so any array library can take part. Reading must leave the array usable.
 */
export interface ShownArray {
  /** Length of each axis; `[]` for a single number. */
  readonly shape: readonly number[];
  /** "float32", "int32", "bool" … */
  readonly dtype?: string;
  /** The numbers in nested plain (or typed) arrays, row-major, at once: no promise. */
  toNested(): number | Nested;
}

export function isShownArray(value: unknown): value is ShownArray {
  if (typeof value !== "object" || value === null) return false;
  const { shape, toNested } = value as Partial<ShownArray>;
  return typeof toNested === "function" && Array.isArray(shape) && shape.every(isLength);
}

function isLength(length: unknown): boolean {
  return typeof length === "number" && Number.isInteger(length) && length >= 0;
}
