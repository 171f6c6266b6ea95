import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareCode } from "./compare-code";

describe("compareCode", () => {
  it("marks the lines that only one version has", () => {
    expect(compareCode("a\nb\nc", "a\nx\nc\nd")).toEqual({
      left: [false, true, false],
      right: [false, true, false, true],
    });
  });

  it("has a mark for every line, and the unmarked lines are the same on both sides", () => {
    const line = fc.constantFrom("a", "b", "", "c");
    const code = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => [...lines, "end"]);
    fc.assert(
      fc.property(code, code, (a, b) => {
        const { left, right } = compareCode(a.join("\n"), b.join("\n"))!;
        expect([left.length, right.length]).toEqual([a.length, b.length]);
        expect(a.filter((_, i) => !left[i])).toEqual(b.filter((_, i) => !right[i]));
      }),
    );
  });

  it("does not try texts that would keep the page busy", () => {
    expect(compareCode("\n".repeat(60_000), "\n".repeat(60_000))).toBeUndefined();
  });
});
