import { describe, expect, it } from "vitest";
import { toExpectation } from "./expectation";

describe("toExpectation", () => {
  it("passes what is so, and says both sides of what is not", () => {
    expect(toExpectation({ got: [0.1 + 0.2, 1], relation: "equal", expected: [0.3, 1] }).passed).toBe(true);
    expect(toExpectation({ got: 2, relation: "equal", expected: 3, subject: "the rank" })).toEqual({
      kind: "expectation",
      passed: false,
      subject: "the rank",
      relation: "equal",
      expected: "3",
      got: "2",
    });
  });

  it("tells the same from the alike", () => {
    const list = [1];
    expect(toExpectation({ got: list, relation: "be", expected: list }).passed).toBe(true);
    expect(toExpectation({ got: list, relation: "be", expected: [1] }).passed).toBe(false);
  });

  it("takes a tolerance", () => {
    const near = { got: 1.01, relation: "be close to", expected: 1 };
    expect([toExpectation(near).passed, toExpectation({ ...near, tolerance: 0.02 }).passed]).toEqual([
      false,
      true,
    ]);
  });

  it("compares shapes of nested lists and of wrapped arrays", () => {
    const wrapped = { shape: [2, 1], toNested: () => [[1], [2]] };
    const shown = toExpectation({ got: wrapped, relation: "have the shape", expected: [1, 2] });
    expect(shown).toMatchObject({ passed: false, got: "[2, 1]", expected: "[1, 2]" });
    expect(toExpectation({ got: wrapped, relation: "equal", expected: [[1], [2]] }).passed).toBe(true);
  });
});
