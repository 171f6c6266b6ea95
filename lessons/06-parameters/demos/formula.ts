import { sizeOf } from "../count";
import type { LessonStrings } from "../strings";
import type { PartRow } from "./part-rows";

/** A part's formula in letters and in numbers, for one copy of it. */
export function formulaOf({ part, shapes }: PartRow, words: LessonStrings) {
  const vectors = shapes.filter((shape) => shape.length === 1);
  const symbol = words.symbols[part];
  const output = symbol.slice(symbol.indexOf("·") + 1);
  const norms = part === "norms" || part === "finalNorm";
  return {
    symbols: norms
      ? `${vectors.length > 1 ? vectors.length : ""}${symbol}`
      : symbol + (vectors.length > 0 ? ` + ${output}` : ""),
    numbers: shapes.map((shape) => shape.map(words.number).join("·")).join(" + "),
    each: shapes.reduce((sum, shape) => sum + sizeOf(shape), 0),
  };
}
