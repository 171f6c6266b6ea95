import { describe, expect, it } from "vitest";
import { toTints } from "./matrix-paths";

describe("toTints", () => {
  it("draws cells of one tint in one path, neighbors in one stroke", () => {
    expect(
      toTints(
        [
          [0, 0, 1],
          [1, 1, 0],
        ],
        "sequential",
      ),
    ).toEqual([
      { color: "color-mix(in oklab, var(--seq-high) 0%, var(--seq-low))", path: "M0 0h2v1h-2zM2 1h1v1h-1z" },
      {
        color: "color-mix(in oklab, var(--seq-high) 100%, var(--seq-low))",
        path: "M2 0h1v1h-1zM0 1h2v1h-2z",
      },
    ]);
  });

  it("tells negative from positive, and leaves gaps empty", () => {
    const tints = toTints([[-2, null, 1]], "diverging");
    expect(tints).toEqual([
      { color: "color-mix(in oklab, var(--div-neg) 100%, var(--div-zero))", path: "M0 0h1v1h-1z" },
      { color: "color-mix(in oklab, var(--div-pos) 50%, var(--div-zero))", path: "M2 0h1v1h-1z" },
    ]);
  });

  it("shares a range between pictures", () => {
    const [{ color }] = toTints([[1]], "sequential", { smallest: 0, largest: 4 });
    expect(color).toContain("25%");
  });
});
