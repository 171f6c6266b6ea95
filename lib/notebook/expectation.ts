import type { ExpectationDisplay } from "./display";
import { closeTo } from "./equal";
import { format } from "./format";
import { shapeOf } from "./shape";
import { isShownArray } from "./shown-array";

export interface Told {
  got: unknown;
  expected: unknown;
  /** "be", "equal", "be close to" or "have the shape": what follows "should". */
  relation: string;
  /** What `got` is, in the reader's words. */
  subject?: string;
  /** Only for "be close to". Default 1e-3. */
  tolerance?: number;
}

/** Judges what `expect(…)` of a cell was told, and says it so that a person can read it. */
export function toExpectation({ relation, subject = "", tolerance, ...told }: Told): ExpectationDisplay {
  const expected = toPlain(told.expected);
  const got = relation === "have the shape" ? (shapeOf(toPlain(told.got)) ?? []) : toPlain(told.got);
  const passed =
    relation === "be"
      ? Object.is(told.got, told.expected)
      : closeTo(got, expected, relation === "be close to" ? (tolerance ?? 1e-3) : undefined);
  return {
    kind: "expectation",
    passed,
    subject: String(subject),
    relation,
    expected: short(expected),
    got: short(got),
  };
}

function toPlain(value: unknown): unknown {
  return isShownArray(value) ? value.toNested() : value;
}

function short(value: unknown): string {
  return format(value, { items: 12, characters: 400, depth: 4 });
}
