import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkExercise, makeInputs } from "./check-exercise";
import { verdictDisplay } from "./display";
import { type AnyFunction, type Check, defineCheck, type Mistake } from "./exercise";

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

const check = defineCheck<typeof mean>({
  function: "mean",
  parameters: ["values"],
  examples: [[[1, 2]]],
  inputs: (random, size) => [random.list(size, () => random.uniform(1, 9))],
}) as Check;

const mistakes: Mistake[] = [
  {
    id: "median",
    says: "That is the median.",
    run: (values: number[]) => [...values].sort()[values.length >> 1],
  },
  { id: "not-divided", says: "Divide the sum by the count.", run: total },
];

function verdictOf(candidate: unknown, using: Partial<Check> = {}) {
  return checkExercise({
    candidate: { mean: candidate },
    reference: { mean },
    check: { ...check, ...using },
    mistakes,
  });
}

describe("checkExercise", () => {
  it("accepts any correct code, also code that rounds differently or works asynchronously", async () => {
    expect(await verdictOf(mean)).toEqual({ kind: "verdict", passed: true, cases: 201 });
    const other = async (values: number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
    expect((await verdictOf(other)).passed).toBe(true);
  });

  it("names the planted mistake that behaves like the reader's code", async () => {
    const { failure } = await verdictOf((values: number[]) => values.reduce((a, b) => b + a));
    expect(failure?.mistake).toEqual({ id: "not-divided", says: "Divide the sum by the count." });
  });

  it("names no mistake when none behaves like the reader's code", async () => {
    expect((await verdictOf(() => 0)).failure?.mistake).toBeUndefined();
  });

  it("shows the smallest failing input, with what was expected", async () => {
    const { failure } = await verdictOf((values: number[]) => (values.length > 1 ? 0 : mean(values)));
    expect(failure?.given).toEqual([{ name: "values", text: "[1, 2]" }]);
    expect([failure?.expected, failure?.got]).toEqual(["1.5", "0"]);
  });

  it("looks for a smaller failing input among more draws of small sizes", async () => {
    const rare = (values: number[]) => (values.some((value) => value > 8.9) ? 0 : mean(values));
    const { failure } = await verdictOf(rare, { cases: 60 });
    expect(failure?.given[0].text).toMatch(/^\[8\.9\d*\]$/);
  });

  it("makes a failing input smaller part by part where the check says what is valid", async () => {
    const wrong = (values: number[]) => (values.some((value) => value > 3) ? 0 : mean(values));
    const valid = (values: number[]) => values.length > 0 && values.every((value) => value >= 1);
    const { failure } = await verdictOf(wrong, { valid });
    expect(failure?.given).toEqual([{ name: "values", text: "[4]" }]);
    const pair = (values: number[]) => (values.length > 1 && values[0] > values[1] ? 0 : mean(values));
    expect((await verdictOf(pair, { valid })).failure?.given[0].text).toBe("[2, 1]");
  });

  it("does not shrink a wrong result into an error, or an error into a wrong result", async () => {
    const valid = (values: number[]) => values.length > 0;
    const wrong = (values: number[]) => {
      if (values.length === 1) throw new Error("too short");
      return 0;
    };
    const { failure } = await verdictOf(wrong, { valid, examples: [[[1, 2, 3]]], cases: 0 });
    expect([failure?.thrown, failure?.given[0].text]).toEqual([undefined, "[0, 1]"]);
  });

  it("puts lists side by side and marks the rows that differ", async () => {
    const double = (values: number[]) => values.map((value) => 2 * value);
    const wrong = (values: number[]) => values.map((value, i) => (i === 1 ? value : 2 * value));
    const { failure } = await checkExercise({
      candidate: { double: wrong },
      reference: { double },
      check: { ...check, function: "double", examples: [] },
      mistakes: [],
    });
    expect(failure?.comparison?.columns).toEqual(["#", "values", "expected", "yours"]);
    expect(failure?.comparison?.wrong).toEqual([1]);
  });

  it("reports what the reader's code throws, with its line", async () => {
    const { failure } = await checkExercise({
      candidate: {
        mean: () => {
          throw new TypeError("not written yet");
        },
      },
      reference: { mean },
      check,
      mistakes,
      locate: () => ({ module: "start.ts", line: 3 }),
    });
    expect(failure?.thrown).toEqual({ name: "TypeError", message: "not written yet", line: 3 });
  });

  it("says the sentence of the first broken invariant", async () => {
    const invariants = [{ says: "A mean is a number.", holds: (got: unknown) => typeof got === "number" }];
    expect((await verdictOf(() => "2", { invariants })).failure?.says).toBe("A mean is a number.");
  });

  it("says which function is missing", async () => {
    expect((await verdictOf(undefined)).failure?.says).toContain('no function "mean"');
  });

  it("is not disturbed by code that changes its input", async () => {
    const greedy = (values: number[]) => {
      const result = mean(values);
      values.length = 0;
      return result;
    };
    expect((await verdictOf(greedy)).passed).toBe(true);
  });

  it("takes wrapped arrays as arguments and as results, and shows their numbers", async () => {
    const wrap = (numbers: number[]) => ({ shape: [numbers.length], toNested: () => numbers });
    type Wrapped = ReturnType<typeof wrap>;
    const double = (x: Wrapped) => wrap(x.toNested().map((n) => 2 * n));
    const checkDouble = (candidate: AnyFunction) =>
      checkExercise({
        candidate: { double: candidate },
        reference: { double },
        check: {
          function: "double",
          parameters: ["x"],
          inputs: (random, size) => [wrap(random.list(size, () => random.integer(1, 9)))],
        },
        mistakes: [{ id: "forgot", says: "Double it.", run: (x: Wrapped) => x }],
      });
    expect((await checkDouble((x: Wrapped) => x.toNested().map((n) => n + n))).passed).toBe(true);
    const { failure } = await checkDouble((x: Wrapped) => wrap([...x.toNested()]));
    expect(failure?.mistake?.id).toBe("forgot");
    expect(failure?.comparison?.rows).toEqual([[0, "1", "2", "1"]]);
  });

  it("tries the same inputs every time, small ones first", () => {
    const inputs = makeInputs(check) as [number[]][];
    expect(inputs).toEqual(makeInputs(check));
    const sizes = inputs.slice(1).map(([values]) => values.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect([sizes[0], sizes.at(-1)]).toEqual([1, 12]);
  });

  it("gives a verdict that the page accepts, whatever the reader's code returns", async () => {
    const anything = fc.oneof(fc.anything(), fc.array(fc.anything()), fc.constant(Number.NaN));
    await fc.assert(
      fc.asyncProperty(anything, async (result) => {
        const verdict = await verdictOf((() => result) as AnyFunction, { cases: 3 });
        expect(() => verdictDisplay.parse(JSON.parse(JSON.stringify(verdict)))).not.toThrow();
      }),
    );
  });
});
