import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, divergence, gatesWithout, ranking, textLoss } from "./damage";
import { softmax } from "./matrix";

const logits = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 4, maxLength: 4 });

describe("divergence", () => {
  it("is 0 between equals, and ln 2 when half of what was sure is gone", () => {
    expect(divergence([0.2, 0.8], [0.2, 0.8])).toBe(0);
    expect(divergence([1, 0], [0.5, 0.5])).toBeCloseTo(Math.LN2);
  });
  it("is never negative", () =>
    fc.assert(
      fc.property(logits, logits, (a, b) => {
        expect(divergence(softmax(a), softmax(b))).toBeGreaterThanOrEqual(-1e-12);
      }),
    ));
});

describe("textLoss", () => {
  it("is ln V for a model that knows nothing, and 0 for a lone token", () => {
    expect(
      textLoss(
        [
          [0, 0, 0, 0],
          [7, 7, 7, 7],
          [0, 0, 0, 0],
        ],
        [0, 3, 1],
      ),
    ).toBeCloseTo(Math.log(4));
    expect(textLoss([[1, 2, 3, 4]], [0])).toBe(0);
  });
  it("is -ln p of what came next", () => {
    expect(
      textLoss(
        [
          [1, 2, 3],
          [0, 0, 0],
        ],
        [0, 2],
      ),
    ).toBeCloseTo(-Math.log(softmax([1, 2, 3])[2]));
  });
  it("survives large logits", () =>
    expect(
      textLoss(
        [
          [1000, 0],
          [0, 0],
        ],
        [0, 0],
      ),
    ).toBeCloseTo(0));
});

describe("compare", () => {
  it("finds no damage between equal passes", () => {
    const pass = [
      [1, 2],
      [3, 4],
      [0, 1],
    ];
    const { divergence: moved, loss } = compare(pass, pass, [0, 1, 1]);
    expect(moved).toBe(0);
    expect(loss.before).toBe(loss.after);
  });
});

describe("gatesWithout", () => {
  it("closes just the heads it is told", () => {
    expect(gatesWithout([[1, 0]], 2, 3)).toEqual([
      [1, 1, 1],
      [0, 1, 1],
    ]);
  });
});

describe("ranking", () => {
  it("goes from the largest down and keeps the order of equals", () => {
    expect(ranking([1, 3, 1, 2])).toEqual([1, 3, 0, 2]);
  });
});
