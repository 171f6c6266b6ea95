import { describe, expect, it } from "vitest";
import { sample } from "./sampling";

const logits = Float32Array.from([0.1, 0.5, 0.3, 0.1], Math.log);

/** Share of each token over evenly spaced draws. */
function shares(settings: Parameters<typeof sample>[1]): number[] {
  const counts = [0, 0, 0, 0];
  for (let i = 0; i < 1_000; i++) counts[sample(logits, settings, (i + 0.5) / 1_000).token]++;
  return counts.map((count) => count / 1_000);
}

describe("sample", () => {
  it("draws as the model says, and tells the probability", () => {
    expect(shares({})).toEqual([0.1, 0.5, 0.3, 0.1]);
    expect(sample(logits, {}, 0).probability).toBeCloseTo(0.5, 6);
    expect(sample(logits, {}, 0.999_999)).toMatchObject({ token: 3 });
  });

  it("takes the likeliest at temperature 0, the first of equals", () => {
    expect(sample(logits, { temperature: 0 }, 0.99)).toEqual({ token: 1, probability: 1 });
    expect(sample([2, 2], { temperature: 0 }, 0.99).token).toBe(0);
  });

  it("squares the odds at temperature 1/2", () => {
    const [, likeliest, second] = shares({ temperature: 0.5 });
    expect(likeliest / second).toBeCloseTo((0.5 / 0.3) ** 2, 1);
  });

  it("keeps the k likeliest, or those that reach p, renormalized", () => {
    expect(shares({ topK: 2 })).toEqual([0, 0.625, 0.375, 0]);
    expect(shares({ topP: 0.8 })).toEqual([0, 0.625, 0.375, 0]);
    expect(shares({ topP: 0.01 })).toEqual([0, 1, 0, 0]);
    expect(sample(logits, { topK: 2 }, 0.9).probability).toBeCloseTo(0.375, 6);
  });

  it("survives u just under 1 and infinite logits", () => {
    expect(sample([0, -Infinity], {}, 1 - 2 ** -53).token).toBe(0);
  });
});
