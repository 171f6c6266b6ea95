import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { softmax } from "./matrix";
import { normal, uniform } from "./random";
import { experiment, jacobianSize, mean, variance } from "./scale";

describe("random numbers", () => {
  it("are the same from the same seed, with mean 0 and variance 1", () => {
    const draws = (seed: number) => {
      const random = uniform(seed);
      return Array.from({ length: 20_000 }, () => normal(random));
    };
    expect(draws(1)).toEqual(draws(1));
    expect(draws(1)).not.toEqual(draws(2));
    expect(mean(draws(1))).toBeCloseTo(0, 1);
    expect(variance(draws(1))).toBeCloseTo(1, 1);
  });
});

describe("jacobianSize", () => {
  it("is the size of the matrix p_i (δ_ij - p_j)", () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 8 }),
        (scores) => {
          const p = softmax(scores);
          const matrix = p.flatMap((pi, i) => p.map((pj, j) => pi * ((i === j ? 1 : 0) - pj)));
          expect(jacobianSize(p)).toBeCloseTo(Math.hypot(...matrix), 7);
        },
      ),
    ));
  it("agrees with nudging each score", () => {
    const scores = [0.3, -1, 2, 0.5];
    const p = softmax(scores);
    const step = 1e-5;
    const columns = scores.map((_, j) =>
      softmax(scores.map((s, i) => (i === j ? s + step : s))).map((moved, i) => (moved - p[i]) / step),
    );
    expect(jacobianSize(p)).toBeCloseTo(Math.hypot(...columns.flat()), 4);
  });
  it("is √(n - 1)/n for even shares and 0 for one winner", () => {
    expect(jacobianSize(Array(16).fill(1 / 16))).toBeCloseTo(Math.sqrt(15) / 16);
    expect(jacobianSize([0, 1, 0])).toBe(0);
  });
});

describe("the experiment", () => {
  it("does the same with and without the scale at width 1", () => {
    const { plain, scaled } = experiment(1, uniform(1));
    expect(scaled).toEqual(plain);
  });
  it("finds a variance of about the width", () => {
    for (const d_k of [2, 16, 128]) expect(experiment(d_k, uniform(5)).variance / d_k).toBeCloseTo(1, 0);
  });
  it("shares out everything, from the largest down", () => {
    for (const row of Object.values(experiment(64, uniform(1)).rows)) {
      expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      expect(row).toEqual([...row].sort((a, b) => b - a));
    }
  });
});
