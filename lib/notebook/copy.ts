import { isShownArray } from "./shown-array";

/** A deep copy of plain data. Wrapped arrays are handed on as they are: what they hold cannot be changed. */
export function copyOf<Value>(value: Value): Value {
  return copyAny(value) as Value;
}

function copyAny(value: unknown): unknown {
  if (typeof value !== "object" || value === null || isShownArray(value)) return value;
  if (Array.isArray(value)) return value.map(copyAny);
  if (Object.getPrototypeOf(value) !== Object.prototype) return structuredClone(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyAny(inner)]));
}
