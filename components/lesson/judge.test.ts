import { describe, expect, it } from "vitest";
import { answerOf, judge } from "./judge";

describe("a prediction among choices", () => {
  const asked = { choices: ["It rises", "It falls"], answer: 1 };

  it("is right for the answer's index only", () => {
    expect(judge(asked, "1")).toEqual({ said: "It falls", right: true });
    expect(judge(asked, "0")).toEqual({ said: "It rises", right: false });
    expect(answerOf(asked)).toBe("It falls");
  });

  it("is no answer while nothing is chosen", () => {
    expect(judge(asked, "")).toBeUndefined();
    expect(judge(asked, "7")).toBeUndefined();
  });
});

describe("a predicted order", () => {
  const asked = { items: ["embedding", "attention", "MLP"], answer: [2, 1, 0] };

  it("is right when every item stands in its place", () => {
    expect(judge(asked, "2 1 0")).toEqual({ said: "MLP, then attention, then embedding", right: true });
    expect(judge(asked, "2 0 1")).toEqual({ said: "MLP, then embedding, then attention", right: false });
    expect(answerOf(asked)).toBe("MLP, then attention, then embedding");
  });

  it.each(["", "2 1", "2 1 1", "2 1 0 0", "3 1 0"])("is no answer when it reads %j", (said) => {
    expect(judge(asked, said)).toBeUndefined();
  });
});

describe("a predicted number", () => {
  const asked = { answer: 16, unit: "times", tolerance: 0.5 };

  it("is right within the tolerance", () => {
    expect(judge(asked, "16")).toEqual({ said: "16 times", right: true });
    expect(judge(asked, "15.5")?.right).toBe(true);
    expect(judge(asked, "15.4")?.right).toBe(false);
    expect(judge({ answer: 0.3 }, "0.3")?.right).toBe(true);
    expect(answerOf(asked)).toBe("16 times");
  });

  it("may have a decimal comma", () => {
    expect(judge(asked, "15,8")?.right).toBe(true);
  });

  it.each(["", "  ", "many", "Infinity", "1e999"])("is no answer when it reads %j", (said) => {
    expect(judge(asked, said)).toBeUndefined();
  });
});
