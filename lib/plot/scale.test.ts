import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisEnd, fromShare, linePath, toShare } from "./scale";

describe("axisEnd", () => {
  it("is the smallest round share that holds the largest value", () => {
    expect(axisEnd(0.03)).toBe(0.05);
    expect(axisEnd(0.2)).toBe(0.2);
    expect(axisEnd(0.51)).toBe(1);
    expect(axisEnd(1)).toBe(1);
  });
  it("holds every probability", () =>
    fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (p) => axisEnd(p) >= p)));
});

describe("the axis from 0 to infinity", () => {
  it("puts 0, 1 and infinity at the left, the middle and the right", () => {
    expect([0, 1, Number.POSITIVE_INFINITY].map(toShare)).toEqual([0, 0.5, 1]);
    expect([0, 0.5, 1].map(fromShare)).toEqual([0, 1, Number.POSITIVE_INFINITY]);
  });
  it("goes there and back", () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (value) => {
        expect(fromShare(toShare(value))).toBeCloseTo(value, 3 - Math.ceil(Math.log10(value + 1)));
      }),
    ));
});

describe("linePath", () => {
  it("draws upward from the lower left", () => {
    const points = [
      { x: 0, y: 0 },
      { x: 0.5, y: 1 / 3 },
      { x: 1, y: 1 },
    ];
    expect(linePath(points, 100, 30)).toBe("M0 30L50 20L100 0");
  });
});
