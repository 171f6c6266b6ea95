import { describe, expect, it } from "vitest";
import { decades, doublings, nearest, placeOn } from "./stops";

describe("stops of a slider in ratios", () => {
  it("double", () => expect(doublings(1, 8)).toEqual([1, 2, 4, 8]));
  it("fill decades", () =>
    expect(decades(1, 100)).toEqual([1, 1.5, 2, 3, 4, 6, 8, 10, 15, 20, 30, 40, 60, 80, 100]));
  it("are found by ratio", () => {
    expect(nearest([1, 10, 100], 30)).toBe(1);
    expect(nearest([1, 10, 100], 33)).toBe(2);
    expect(nearest([1, 10, 100], 1e9)).toBe(2);
  });
});

describe("a ruler in powers of ten", () => {
  it("puts equal ratios at equal distances and keeps everything on it", () => {
    expect(placeOn(1e9, 6, 12)).toBeCloseTo(0.5, 12);
    expect(placeOn(0, 6, 12)).toBe(0);
    expect(placeOn(1e30, 6, 12)).toBe(1);
  });
});
