import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainable, intensity, limitedBy, ridge, shortestTime } from "./roofline";

const positive = fc.double({ min: 1e-3, max: 1e15, noNaN: true });
const device = fc.record({ peak: positive, bandwidth: positive });

describe("the roofline", () => {
  it("gives the ridge points that are quoted for an A100 and an H100", () => {
    expect(ridge({ peak: 312e12, bandwidth: 2039e9 })).toBeCloseTo(153, 0);
    expect(ridge({ peak: 989e12, bandwidth: 3.35e12 })).toBeCloseTo(295, 0);
  });

  it("never exceeds the peak or what memory feeds, and reaches one of them", () =>
    fc.assert(
      fc.property(positive, device, (at, one) => {
        const rate = attainable(at, one);
        expect(rate).toBeLessThanOrEqual(one.peak);
        expect(rate).toBeLessThanOrEqual(at * one.bandwidth);
        expect(rate === one.peak || rate === at * one.bandwidth).toBe(true);
        expect(limitedBy(at, one)).toBe(at < ridge(one) ? "memory" : "arithmetic");
      }),
    ));

  it("agrees with the shortest time: work over time is the attainable rate", () =>
    fc.assert(
      fc.property(positive, positive, device, (flops, bytes, one) => {
        const work = { flops, bytes };
        const rate = flops / shortestTime(work, one);
        expect(rate / attainable(intensity(work), one)).toBeCloseTo(1, 9);
      }),
    ));
});
