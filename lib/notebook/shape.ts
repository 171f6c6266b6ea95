import { isList } from "./equal";

/** Axes that are told apart; deeper nesting is no array of numbers to a display. */
const mostAxes = 8;

/** Lengths of the axes if the lists are nested evenly with numbers at the bottom: `[[1, 2, 3]]` → `[1, 3]`. */
export function shapeOf(value: unknown, axes = mostAxes): number[] | undefined {
  if (!isList(value) || axes === 0) return undefined;
  if (value.length === 0 || typeof value[0] === "number")
    return isNumbers(value) ? [value.length] : undefined;
  const inner = shapeOf(value[0], axes - 1);
  if (!inner) return undefined;
  for (let i = 1; i < value.length; i++) {
    const other = shapeOf(value[i], axes - 1);
    const even = other?.length === inner.length && other.every((length, axis) => length === inner[axis]);
    if (!even) return undefined;
  }
  return [value.length, ...inner];
}

function isNumbers(list: ArrayLike<unknown>): boolean {
  for (let i = 0; i < list.length; i++) if (typeof list[i] !== "number") return false;
  return true;
}
