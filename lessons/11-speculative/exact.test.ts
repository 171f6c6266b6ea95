import { describe, expect, it } from "vitest";
import { experiment } from "./exact";
import { type RuleName, rules } from "./rules";
import { softmax } from "./speculative";

const size = 200;
const p = softmax(Array.from({ length: size }, (_, id) => 4 * Math.sin(id)));
const q = softmax(Array.from({ length: size }, (_, id) => 4 * Math.sin(id + 0.4)));
const run = (rule: RuleName, seed = 1, samples = 10_000) => experiment(p, q, { rule, samples, seed });

describe("the experiment", () => {
  it("lets the right rule pass at most seeds, and keeps as many drafts as both models share", () => {
    const found = Array.from({ length: 40 }, (_, seed) => run("right", seed));
    expect(found.filter(({ pValue }) => pValue < 0.05).length).toBeLessThan(8);
    for (const { off, kept, overlap, counts } of found) {
      expect(off).toBeLessThan(1e-9);
      expect(Math.abs(kept / 10_000 - overlap)).toBeLessThan(0.02);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(10_000);
    }
  });

  it.each((Object.keys(rules) as RuleName[]).filter((rule) => rule !== "right"))("finds out %s", (rule) => {
    const { pValue, off } = run(rule);
    expect(off).toBeGreaterThan(0.01);
    expect(pValue).toBeLessThan(1e-4);
  });

  it("gives the same draws for the same seed, and others for the next", () => {
    expect(run("right", 3).counts).toEqual(run("right", 3).counts);
    expect(run("right", 3).counts).not.toEqual(run("right", 4).counts);
  });

  it("holds at temperature 0, where one token is left, and at equal distributions", () => {
    const [hot, cold] = [softmax([1, 3, 2], 0), softmax([3, 1, 2], 0)];
    const order = { samples: 100, seed: 1 } as const;
    expect(experiment(hot, cold, { ...order, rule: "right" })).toMatchObject({
      pValue: 1,
      freedom: 0,
      kept: 0,
    });
    expect(experiment(hot, cold, { ...order, rule: "always" })).toMatchObject({ pValue: 0, off: 1 });
    expect(experiment(p, p, { ...order, rule: "right" }).kept).toBe(100);
  });
});
