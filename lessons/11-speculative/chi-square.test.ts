import { describe, expect, it } from "vitest";
import { pick, uniform } from "./chance";
import { chiSquare, tail } from "./chi-square";
import { softmax } from "./speculative";

describe("the chi-square test", () => {
  it("knows the tails of the printed tables", () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4: upper critical values.
    for (const [freedom, share, x] of [
      [1, 0.05, 3.841],
      [2, 0.05, 5.991],
      [10, 0.05, 18.307],
      [10, 0.01, 23.209],
      [50, 0.05, 67.505],
      [99, 0.1, 117.407],
      [7, 0.99, 1.239],
    ])
      expect(tail(x, freedom)).toBeCloseTo(share, 4);
    expect(tail(4, 2)).toBeCloseTo(Math.exp(-2), 12);
    expect(tail(1e6, 30)).toBe(0);
    expect(tail(0, 3)).toBe(1);
  });

  it("finds fair draws fair: p-values spread evenly over 0 to 1", () => {
    const probs = softmax(Array.from({ length: 40 }, (_, id) => 3 * Math.sin(id)));
    const values = Array.from(
      { length: 400 },
      (_, seed) => chiSquare(draws(probs, 2000, seed + 1), probs).pValue,
    );
    for (const level of [0.1, 0.5, 0.9]) {
      const share = values.filter((value) => value < level).length / 400;
      expect(Math.abs(share - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / 400));
    }
  });

  it("finds other draws out", () => {
    const probs = softmax([2, 1, 0, 0, -3]);
    expect(chiSquare(draws(softmax([2, 1.2, 0, 0, -3]), 20_000, 1), probs).pValue).toBeLessThan(1e-6);
  });

  it("puts rare tokens together, and has nothing to test where one token has it all", () => {
    const probs = [0.5, 0.4, ...Array(100).fill(0.001)];
    expect(chiSquare(draws(probs, 1000, 3), probs).freedom).toBe(2);
    expect(chiSquare([0, 50, 0], [0, 1, 0])).toEqual({ statistic: 0, freedom: 0, pValue: 1 });
    expect(chiSquare([1, 49, 0], [0, 1, 0]).pValue).toBe(0); // what cannot come has come
    expect(chiSquare([2, 1], [0.7, 0.3]).freedom).toBe(0); // too few for two bins
  });
});

function draws(probs: number[], count: number, seed: number): number[] {
  const next = uniform(seed);
  const counts = probs.map(() => 0);
  for (let i = 0; i < count; i++) counts[pick(probs, next())]++;
  return counts;
}
