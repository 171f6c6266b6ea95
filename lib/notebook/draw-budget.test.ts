import { describe, expect, it } from "vitest";
import type { Display } from "./display";
import { countDrawn, drawnAtOnce } from "./draw-budget";

const text: Display = { kind: "text", text: "x", tone: "log" };
const heatmap = (side: number): Display => ({
  kind: "heatmap",
  values: Array.from({ length: side }, () => Array(side).fill(1)),
  scale: "sequential",
});

describe("the outputs drawn at once", () => {
  it("are all of them in any ordinary cell", () => {
    expect(countDrawn([], drawnAtOnce)).toBe(0);
    expect(countDrawn(Array(100).fill(text), drawnAtOnce)).toBe(100);
    expect(countDrawn([heatmap(32), heatmap(32), text], drawnAtOnce)).toBe(3);
  });

  it("are few when each is large", () => {
    expect(countDrawn(Array(500).fill(heatmap(60)), drawnAtOnce)).toBe(2);
    expect(countDrawn(Array(500).fill(heatmap(60)), 10 * drawnAtOnce)).toBe(21);
  });

  it("are few when each is a long text", () => {
    expect(countDrawn(Array(50).fill({ ...text, text: "x".repeat(100_000) }), drawnAtOnce)).toBe(3);
  });

  it("are one at least, however large", () => {
    expect(countDrawn([heatmap(256), text], drawnAtOnce)).toBe(1);
  });
});
