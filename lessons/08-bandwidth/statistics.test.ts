import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantile, scale, spread } from "./statistics";

const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 50 });

describe("median and quartiles", () => {
  it("interpolate between neighbors, as NumPy does by default", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([7], 0.75)).toBe(7);
  });

  it("are not moved by one slow run", () => {
    expect(spread([10, 11, 10, 12, 11, 10, 11]).median).toBe(
      spread([10, 11, 10, 12, 11, 10, 1e-6]).median + 1,
    );
    expect(quantile([1, 1, 1, 1, 900], 0.75)).toBe(1);
  });

  it("stand in order inside the numbers", () =>
    fc.assert(
      fc.property(numbers, (list) => {
        const { low, median, high, runs } = spread(list);
        expect(low).toBeLessThanOrEqual(median);
        expect(median).toBeLessThanOrEqual(high);
        expect(Math.min(...list)).toBeLessThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(Math.max(...list));
        expect(runs).toBe(list.length);
      }),
    ));

  it("change units together", () => {
    expect(scale({ low: 1, median: 2, high: 3, runs: 5 }, 10)).toEqual({
      low: 10,
      median: 20,
      high: 30,
      runs: 5,
    });
  });
});
