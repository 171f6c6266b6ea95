import { describe, expect, it } from "vitest";
import { callArguments, methods } from "./protocol";

const model = "story-1m";
const ones = [[1, 1]];

describe("the arguments of model calls", () => {
  it("are described for every method", () => {
    expect(Object.keys(callArguments)).toEqual([...methods]);
  });
  it("take a trace with any of its options, and nothing else", () => {
    for (const options of [{}, { attention: true }, { residual: true, heads: ones }])
      expect(callArguments.trace.parse({ model, text: "a", ...options })).toEqual({
        model,
        text: "a",
        ...options,
      });
    expect(callArguments.trace.parse({ model, text: "a", evil: 1 })).toEqual({ model, text: "a" });
  });
  it.each([
    { attention: "yes" },
    { heads: [1, 1] },
    { heads: [["on"]] },
    { heads: [[Number.NaN]] },
    { heads: [[Number.POSITIVE_INFINITY]] },
    { heads: Array(129).fill([1]) },
    { heads: [Array(129).fill(1)] },
    { text: "a".repeat(10_001) },
  ])("refuse a trace with %j", (wrong) => {
    expect(callArguments.trace.safeParse({ model, text: "a", ...wrong }).success).toBe(false);
  });
  it("take a tensor's name and no list of them", () => {
    expect(callArguments.weights.safeParse({ model, name: "ln_f.bias" }).success).toBe(true);
    for (const name of [["ln_f.bias"], "", "a".repeat(129), 3, undefined])
      expect(callArguments.weights.safeParse({ model, name }).success).toBe(false);
  });
});
