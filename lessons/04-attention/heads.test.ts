import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { causalMask } from "./attention";
import { entropy, habitOf, measureHead, places } from "./heads";
import { softmax } from "./matrix";

/** A head that gives everything to one key. */
const looking = (at: (t: number) => number, T: number) =>
  Array.from({ length: T }, (_, t) => Array.from({ length: T }, (_, s) => (s === at(t) ? 1 : 0)));
const tokens = [0, 5, 6, 7, 5, 6, 7]; // the second half repeats the first

describe("measureHead", () => {
  it.each([
    ["first", () => 0],
    ["previous", (t: number) => Math.max(0, t - 1)],
    ["itself", (t: number) => t],
  ] as const)("finds a head that looks at %s", (place, at) => {
    const measures = measureHead(looking(at, 7), tokens);
    expect(measures.shares[place]).toBe(1);
    expect(habitOf(measures)).toBe(place);
    expect(measures.keys).toBe(1);
    expect(measures.evenKeys).toBe(4.5); // (2 + … + 7) / 6
  });

  it("finds a duplicate head and an induction head, over the queries that have such a key", () => {
    const same = measureHead(
      looking((t) => (t > 3 ? t - 3 : 0), 7),
      tokens,
    );
    expect([same.shares.same, same.counts.same]).toEqual([1, 3]);
    const after = measureHead(
      looking((t) => (t > 3 ? t - 2 : 0), 7),
      tokens,
    );
    expect([after.shares.after, after.counts.after]).toEqual([1, 3]);
  });

  it("says that one token shows nothing", () => {
    const measures = measureHead([[1]], [0]);
    expect(places.map((place) => measures.counts[place])).toEqual([0, 0, 0, 0, 0]);
    expect(habitOf(measures)).toBe("spread");
    expect(measures.keys).toBe(0);
  });

  it("calls no habit what only one query could show", () => {
    const measures = measureHead(
      looking((t) => (t === 3 ? 1 : Math.floor(t / 2)), 4),
      [0, 5, 6, 5],
    );
    expect(measures.shares.same).toBe(1);
    expect(habitOf(measures)).not.toBe("same");
  });

  it("gives shares between 0 and 1, and never looks at more keys than are in sight", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 7 }).chain((T) =>
          fc.tuple(
            fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: T, maxLength: T }), {
              minLength: T,
              maxLength: T,
            }),
            fc.array(fc.integer({ min: 0, max: 3 }), { minLength: T, maxLength: T }),
          ),
        ),
        ([scores, ids]) => {
          const { shares, keys, evenKeys } = measureHead(causalMask(scores).map(softmax), ids);
          for (const share of Object.values(shares)) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1 + 1e-9);
          }
          expect(keys).toBeLessThanOrEqual(evenKeys + 1e-9);
        },
      ),
    ));
});

describe("entropy", () => {
  it("is 0 for one winner and ln n for n equals", () => {
    expect(entropy([0, 1, 0])).toBe(0);
    expect(entropy([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(Math.log(4));
  });
});
