import { isShownArray } from "./shown-array";

/**
 * Ways to make the arguments of a failing case a little smaller or rounder, the boldest first. None is promised
 * to be an input that the exercise is about: the check's `valid` decides.
 */
export function* simplerArguments(args: unknown[]): Generator<unknown[]> {
  const size = sizeOf(args);
  for (const candidate of findCandidates(args)) if (sizeOf(candidate) < size) yield candidate;
}

function* findCandidates(args: unknown[]): Generator<unknown[]> {
  yield* dropTogether(args);
  for (let i = 0; i < args.length; i++)
    for (const simpler of simplerValues(args[i])) yield replaceAt(args, i, simpler);
}

/** Leaves out the same places of one length: from lists and their rows alike, from lists only, from rows only. */
function* dropTogether(args: unknown[]): Generator<unknown[]> {
  const rows = args.flatMap((arg) => (isMatrix(arg) ? arg : []));
  for (const length of lengthsOf([...args, ...rows]))
    for (const kept of shorter(length))
      for (const [outer, inner] of [
        [true, true],
        [true, false],
        [false, true],
      ])
        yield args.map((arg) => {
          const fewer = outer && Array.isArray(arg) && arg.length === length ? pick(arg, kept) : arg;
          if (!inner || !isMatrix(fewer) || fewer[0].length !== length) return fewer;
          return fewer.map((row) => pick(row, kept));
        });
}

function lengthsOf(values: unknown[]): number[] {
  return [...new Set(values.flatMap((value) => (Array.isArray(value) ? [value.length] : [])))];
}

function isMatrix(value: unknown): value is unknown[][] {
  return Array.isArray(value) && value.length > 0 && value.every(Array.isArray);
}

/** Places that stay: the first half, the second half, then all but one. */
function* shorter(length: number): Generator<number[]> {
  const all = Array.from({ length }, (_, i) => i);
  if (length > 3) {
    yield all.slice(0, length >> 1);
    yield all.slice(length >> 1);
  }
  for (let i = length - 1; i >= 0; i--) yield all.filter((place) => place !== i);
}

function pick(list: readonly unknown[], places: number[]): unknown[] {
  return places.map((place) => list[place]);
}

function replaceAt(list: readonly unknown[], at: number, item: unknown): unknown[] {
  return list.map((old, i) => (i === at ? item : old));
}

function* simplerValues(value: unknown): Generator<unknown> {
  if (typeof value === "number") yield* rounderNumbers(value);
  else if (Array.isArray(value))
    for (let i = 0; i < value.length; i++)
      for (const simpler of simplerValues(value[i])) yield replaceAt(value, i, simpler);
  else if (typeof value === "object" && value !== null && !isShownArray(value))
    for (const [key, inner] of Object.entries(value))
      for (const simpler of simplerValues(inner)) yield { ...value, [key]: simpler };
}

/** Numbers that are shorter to write or nearer to zero, the simplest first. */
function* rounderNumbers(value: number): Generator<number> {
  const whole = Math.trunc(value);
  const near = [
    Math.round(value),
    Number(value.toPrecision(1)),
    Math.trunc(value / 2),
    whole - Math.sign(whole),
  ];
  for (const candidate of new Set([0, 1, whole, ...near]))
    if (complexity(candidate) < complexity(value)) yield candidate;
}

/** Characters count, then distance from zero; signs break ties. */
function complexity(value: number): number {
  return String(Math.abs(value)).length + Math.min(0.9, Math.abs(value) / 1e6) + (value < 0 ? 1e-7 : 0);
}

/** Arguments are the smaller the fewer numbers they hold, then the simpler these are. */
export function sizeOf(value: unknown): number {
  if (typeof value === "number") return 1_000 + complexity(value);
  if (typeof value === "string") return 1_000 + value.length;
  if (typeof value !== "object" || value === null) return 1_000;
  if (isShownArray(value)) return sizeOf(value.toNested());
  return Object.values(value).reduce((sum: number, inner) => sum + sizeOf(inner), 1);
}
