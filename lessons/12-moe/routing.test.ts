import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceLoss, expertsRead, gate, loads, softmax, topK } from "./routing";

const anyScores = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 16 });
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("the gate", () => {
  it("weighs exactly K experts, those with the highest scores, by numbers that add up to 1", () =>
    fc.assert(
      fc.property(anyScores, fc.nat(), (scores, n) => {
        const k = 1 + (n % scores.length);
        const gates = gate(scores, k);
        expect(sum(gates)).toBeCloseTo(1, 9);
        expect(gates.filter((weight) => weight > 0)).toHaveLength(k);
        const least = Math.min(...topK(scores, k).map((expert) => scores[expert]));
        for (const [expert, weight] of gates.entries())
          if (weight === 0) expect(scores[expert]).toBeLessThanOrEqual(least);
      }),
    ));

  it("gives what a softmax over all gives, once that is divided by the sum of the chosen", () =>
    fc.assert(
      fc.property(anyScores, (scores) => {
        const probabilities = softmax(scores);
        const chosen = topK(scores, 2);
        const kept = sum(chosen.map((expert) => probabilities[expert]));
        for (const expert of chosen)
          expect(gate(scores, 2)[expert]).toBeCloseTo(probabilities[expert] / kept, 9);
      }),
    ));
});

describe("the load", () => {
  const even = [
    [0.7, 0.3, 0, 0],
    [0, 0, 0.9, 0.1],
  ];
  const lopsided = [
    [0.7, 0.3, 0, 0],
    [0.2, 0.8, 0, 0],
  ];
  it("counts choices and not weights", () => {
    expect(loads(even)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(loads(lopsided)).toEqual([0.5, 0.5, 0, 0]);
  });
  it("costs 1 where it is even, and more where the favored also get more", () => {
    const flat = even.map((row) => row.map(() => 0.25));
    expect(balanceLoss(even, flat)).toBeCloseTo(1);
    expect(balanceLoss(lopsided, lopsided)).toBeCloseTo(2);
  });
});

describe("the experts that a step reads", () => {
  it("are K for one token, nearly all for many, and what drawing them gives", () => {
    expect(expertsRead(8, 2, 1)).toBeCloseTo(2);
    expect(expertsRead(8, 2, 100)).toBeCloseTo(8, 6);
    // Two tokens: 2, and of the other's 2 those that the first does not have, 6 of 8 on average.
    expect(expertsRead(8, 2, 2)).toBeCloseTo(2 + 2 * (6 / 8));
  });
});
