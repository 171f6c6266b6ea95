import { isShownArray } from "./shown-array";

/**
 * Deep equality with room for rounding: numbers may differ by `tolerance` (absolute, or relative where they
 * are large), typed and wrapped arrays equal plain arrays, NaN equals NaN, infinities must match.
 */
export function closeTo(a: unknown, b: unknown, tolerance = 1e-6): boolean {
  if (isShownArray(a)) return closeTo(a.toNested(), b, tolerance);
  if (isShownArray(b)) return closeTo(a, b.toNested(), tolerance);
  if (typeof a === "number" && typeof b === "number") return closeNumbers(a, b, tolerance);
  if (isList(a) && isList(b)) return closeLists(a, b, tolerance);
  if (a instanceof Map && b instanceof Map) return closeTo([...a], [...b], tolerance);
  if (a instanceof Set && b instanceof Set) return closeTo([...a], [...b], tolerance);
  if (isRecord(a) && isRecord(b)) return closeRecords(a, b, tolerance);
  return Object.is(a, b);
}

function closeNumbers(a: number, b: number, tolerance: number): boolean {
  if (Number.isFinite(a) && Number.isFinite(b))
    return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
  return Object.is(a, b);
}

function closeLists(a: ArrayLike<unknown>, b: ArrayLike<unknown>, tolerance: number): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!closeTo(a[i], b[i], tolerance)) return false;
  return true;
}

function closeRecords(a: Record<string, unknown>, b: Record<string, unknown>, tolerance: number): boolean {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && closeTo(a[key], b[key], tolerance));
}

/** Plain and typed arrays alike. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !isList(value);
}
