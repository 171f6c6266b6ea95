import { copyOf } from "./copy";
import type { VerdictDisplay } from "./display";
import { closeTo, isList } from "./equal";
import type { AnyFunction, Check, Mistake } from "./exercise";
import { format, formatNumber } from "./format";
import { describeError, type Place } from "./locate";
import { seeded } from "./random";
import { isShownArray } from "./shown-array";
import { shrink } from "./shrink";
import { sizeOf } from "./simpler";

export interface Exercise {
  /** All exports of the reader's module. */
  candidate: Record<string, unknown>;
  /** All exports of solution.ts. */
  reference: Record<string, unknown>;
  check: Check;
  mistakes: readonly Mistake[];
  /** Where in the reader's code an error arose. */
  locate?(error: unknown): Place | undefined;
}

type Outcome = { value: unknown } | { thrown: unknown };

interface Case {
  args: unknown[];
  expected: unknown;
  got: Outcome;
  /** Broken: why, in a sentence, or "" if only the result differs. */
  broken?: string;
}

/** Tries the reader's function on many inputs; names the mistake if a planted one behaves just like it. */
export async function checkExercise(exercise: Exercise): Promise<VerdictDisplay> {
  const { candidate, check } = exercise;
  const run = candidate[check.function];
  if (typeof run !== "function") return missing(check.function);
  const cases: Case[] = [];
  for (const args of makeInputs(check)) cases.push(await tryCase(exercise, run as AnyFunction, args));
  const failing = cases.filter((one) => one.broken !== undefined);
  if (failing.length === 0) return { kind: "verdict", passed: true, cases: cases.length };
  const first = failing.reduce((a, b) => (sizeOf(b.args) < sizeOf(a.args) ? b : a));
  const smallest = await shrink(check, first, async (args) => {
    const tried = await tryCase(exercise, run as AnyFunction, args);
    // An error is another fault than a wrong result.
    const alike = tried.broken !== undefined && "thrown" in tried.got === "thrown" in first.got;
    return alike ? tried : undefined;
  });
  return {
    kind: "verdict",
    passed: false,
    cases: cases.length,
    failure: {
      failed: failing.length,
      ...describeCase(exercise, smallest),
      mistake: await findMistake(exercise, cases),
    },
  };
}

function missing(name: string): VerdictDisplay {
  const says = `Your code exports no function "${name}". Keep the line \`export function ${name}(…)\`.`;
  return {
    kind: "verdict",
    passed: false,
    cases: 0,
    failure: { failed: 1, given: [], expected: "", got: "", says },
  };
}

/** Examples first, then random inputs from small to large; the same ones every time. */
export function makeInputs(check: Check): unknown[][] {
  const { cases = 200, maxSize = 12, seed = 7, examples = [] } = check;
  const random = seeded(seed);
  const size = (i: number) => 1 + Math.floor((i * maxSize) / cases);
  return [...examples, ...Array.from({ length: cases }, (_, i) => check.inputs(random, size(i)))];
}

/** Arguments are copied for each call: a function that changes its input must not disturb the next. */
async function attempt(run: AnyFunction, args: unknown[]): Promise<Outcome> {
  try {
    return { value: await run(...copyOf(args)) };
  } catch (thrown) {
    return { thrown };
  }
}

async function tryCase({ reference, check }: Exercise, run: AnyFunction, args: unknown[]): Promise<Case> {
  const expected = await (reference[check.function] as AnyFunction)(...copyOf(args));
  const got = await attempt(run, args);
  return { args, expected, got, broken: findFault(check, expected, got, args) };
}

function findFault(check: Check, expected: unknown, got: Outcome, args: unknown[]): string | undefined {
  if ("thrown" in got) return "";
  const broken = check.invariants?.find((invariant) => !holds(() => invariant.holds(got.value, ...args)));
  if (broken) return broken.says;
  const equal = check.equal ?? ((a, b) => closeTo(a, b, check.tolerance));
  return holds(() => equal(expected, got.value, ...args)) ? undefined : "";
}

function holds(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}

/** A mistake fits if it does what the reader's code does on every input tried. */
async function findMistake({ mistakes, check }: Exercise, cases: Case[]) {
  for (const { id, says, run } of mistakes) {
    if (await behavesLike(run, cases, check.tolerance)) return { id, says };
  }
  return undefined;
}

async function behavesLike(run: AnyFunction, cases: Case[], tolerance?: number): Promise<boolean> {
  for (const { args, got } of cases) {
    const same = sameOutcome(await attempt(run, args), got, tolerance);
    if (!same) return false;
  }
  return true;
}

function sameOutcome(a: Outcome, b: Outcome, tolerance?: number): boolean {
  if ("thrown" in a || "thrown" in b) return "thrown" in a && "thrown" in b;
  return closeTo(a.value, b.value, tolerance);
}

type Described = Omit<NonNullable<VerdictDisplay["failure"]>, "failed" | "mistake">;

function describeCase({ check, locate }: Exercise, { args, expected, got, broken }: Case): Described {
  return {
    given: args.map((arg, i) => ({ name: check.parameters[i] ?? `argument ${i + 1}`, text: short(arg) })),
    expected: short(expected),
    got: "thrown" in got ? "an error" : short(got.value),
    comparison: "thrown" in got ? undefined : compare(check, args, expected, got.value),
    says: broken || undefined,
    thrown: "thrown" in got ? { ...describeError(got.thrown), line: locate?.(got.thrown)?.line } : undefined,
  };
}

function short(value: unknown): string {
  return format(value, { characters: 600, items: 24 });
}

/** Lists of one length stand side by side, with the arguments that have that length too. */
function compare(check: Check, given: unknown[], right: unknown, mine: unknown): Described["comparison"] {
  const [expected, got, ...args] = [right, mine, ...given].map(toPlain);
  if (!isList(expected) || !isList(got) || expected.length !== got.length || got.length > 50)
    return undefined;
  const { length } = expected;
  const alike = args.flatMap((arg, i) =>
    isList(arg) && arg.length === length
      ? [{ name: check.parameters[i] ?? `argument ${i + 1}`, list: arg }]
      : [],
  );
  const lists = [...alike.map(({ list }) => list), expected, got];
  return {
    columns: ["#", ...alike.map(({ name }) => name), "expected", "yours"],
    rows: Array.from({ length }, (_, row) => [row, ...lists.map((list) => toCell(list[row]))]),
    wrong: Array.from({ length }, (_, row) => row).filter(
      (row) => !closeTo(expected[row], got[row], check.tolerance),
    ),
  };
}

function toPlain(value: unknown): unknown {
  return isShownArray(value) ? value.toNested() : value;
}

function toCell(value: unknown): string {
  return typeof value === "number" ? formatNumber(value) : format(value, { characters: 60, items: 6 });
}
