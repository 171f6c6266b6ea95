import { describe, expect, it } from "vitest";
import { callArguments, methods } from "./protocol";

const model = "story-1m";
const ones = [[1, 1]];

describe("the arguments of model calls", () => {
  it("are described for every method", () => {
    expect(Object.keys(callArguments)).toEqual([...methods]);
  });
  it("take a trace with any of its options, and nothing else", () => {
    const experts = { perToken: 1, off: [[0, 7]] };
    for (const options of [
      {},
      { attention: true },
      { residual: true, heads: ones },
      { router: true, experts },
    ])
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
    { router: 1 },
    { experts: [[0, 1]] },
    { experts: { perToken: 1.5 } },
    { experts: { perToken: 0 } },
    { experts: { off: [0, 1] } },
    { experts: { off: [[0, 1, 2]] } },
    { experts: { off: [[0, -1]] } },
    { experts: { off: Array(1_001).fill([0, 1]) } },
    { heads: [["on"]] },
    { heads: [[Number.NaN]] },
    { heads: [[Number.POSITIVE_INFINITY]] },
    { heads: Array(129).fill([1]) },
    { heads: [Array(129).fill(1)] },
    { text: "a".repeat(10_001) },
  ])("refuse a trace with %j", (wrong) => {
    expect(callArguments.trace.safeParse({ model, text: "a", ...wrong }).success).toBe(false);
  });
  it("take experts for a text that is written, too", () => {
    const experts = { off: [[1, 2]] };
    expect(callArguments.startText.parse({ model, text: "a", experts })).toEqual({
      model,
      text: "a",
      experts,
    });
    const found = callArguments.startText.safeParse({ model, text: "a", experts: { off: "all" } });
    expect(found.error?.issues[0].message).toBe("experts.off is a list of pairs, [layer, expert]");
  });
  it("take a tensor's name and no list of them", () => {
    expect(callArguments.weights.safeParse({ model, name: "ln_f.bias" }).success).toBe(true);
    for (const name of [["ln_f.bias"], "", "a".repeat(129), 3, undefined])
      expect(callArguments.weights.safeParse({ model, name }).success).toBe(false);
  });
});
