import type { Display } from "./display";

/** Parts that are drawn at first, and more at each asking: some tenths of a second on a slow machine. */
export const drawnAtOnce = 8_000;

/**
 * How many displays, from the first, may be drawn with a budget of parts. One display is bounded by
 * `display.ts`, but hundreds of the largest would hold the page for minutes. At least one is drawn.
 */
export function countDrawn(displays: readonly Display[], budget: number): number {
  let parts = 0;
  const end = displays.findIndex((display, i) => {
    parts += countParts(display);
    return i > 0 && parts > budget;
  });
  return end < 0 ? displays.length : end;
}

/** Characters of text, or of markup, that weigh as much as one element. */
const piece = 40;

const known = new WeakMap<object, number>();

/** Numbers and pieces of text in a display: about as many as the elements it takes, whatever its kind. */
function countParts(display: Display): number {
  let parts = known.get(display);
  if (parts === undefined) {
    parts = countLeaves(display);
    known.set(display, parts);
  }
  return parts;
}

function countLeaves(value: unknown): number {
  if (typeof value === "string") return 1 + Math.floor(value.length / piece);
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, one) => sum + countLeaves(one), 1);
}
