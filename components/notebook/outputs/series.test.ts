import { describe, expect, it } from "vitest";
import { summarizeSeries, toPath } from "./series";

describe("a series", () => {
  it("is a line from the left to the right, highest at the top, broken where it is not finite", () => {
    expect(toPath([0, 1, 0.5])).toBe("M0 200L500 0L1000 100");
    expect(toPath([0, null, 1, 2, null])).toBe("M0 200h1M500 100L750 0");
    expect(toPath([3, 3])).toBe("M0 100L1000 100");
  });

  it("is summed up in a sentence", () => {
    expect(summarizeSeries({ kind: "series", values: [0, null, 2], total: 5_000 })).toBe(
      "5,000 numbers from 0 to 2; the first is 0, number 3 2. 1 of them are not finite.",
    );
  });
});
