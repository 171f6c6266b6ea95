import { describe, expect, it } from "vitest";
import { moveInGrid, summarize, toShade } from "./heatmap";

const heatmap = {
  kind: "heatmap",
  scale: "sequential",
  values: [
    [0, 0.5],
    [1, null],
  ],
  rowLabels: ["a", "b"],
} as const;

const mutable = structuredClone(heatmap) as never;

describe("a heatmap", () => {
  it("is walked with the arrow keys and has edges", () => {
    expect(moveInGrid("ArrowRight", [0, 0], 2, 2)).toEqual([0, 1]);
    expect(moveInGrid("ArrowUp", [0, 0], 2, 2)).toEqual([0, 0]);
    expect(moveInGrid("End", [1, 0], 2, 2)).toEqual([1, 1]);
    expect(moveInGrid("Tab", [0, 0], 2, 2)).toBeUndefined();
  });

  it("is summed up in a sentence", () => {
    expect(summarize(mutable)).toBe("2 × 2 values from 0 to 1; the largest is at b, column 0.");
  });

  it("tints by value and leaves gaps for what is not finite", () => {
    const shade = toShade(mutable);
    expect(shade(0.5)).toContain("50.0%");
    expect(shade(null)).toBe("transparent");
  });

  it("puts zero in the middle of the diverging scale", () => {
    const shade = toShade({ kind: "heatmap", scale: "diverging", values: [[-1, 4]] });
    expect(shade(-1)).toContain("var(--div-neg) 25.0%");
    expect(shade(4)).toContain("var(--div-pos) 100.0%");
  });
});
