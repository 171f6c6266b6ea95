import { describe, expect, it } from "vitest";
import { experiment, toFactRows, wilson } from "./experiment";
import { toOdds } from "./facts";

const nameOf = (token: number) => `t${token}`;
const one = toOdds("p", [1, 3, 0.5, 2, -1, 0], 1, nameOf);

describe("the experiment", () => {
  it("draws the same from the same seed, and others from the next", () => {
    expect(experiment([one], false, 50, 3)).toEqual(experiment([one], false, 50, 3));
    expect(experiment([one], false, 50, 3)).not.toEqual(experiment([one], false, 50, 4));
  });

  it("comes close to what it expects, in about 95 of 100 intervals", () => {
    const outcomes = Array.from({ length: 60 }, (_, seed) => experiment([one], false, 100, seed)).flat();
    const doubtful = outcomes.filter(({ temperature }) => temperature > 0.5);
    const hit = doubtful.filter(({ expected, interval: [from, to] }) => from <= expected && expected <= to);
    expect(hit.length / doubtful.length).toBeGreaterThan(0.91);
    expect(hit.length / doubtful.length).toBeLessThan(0.99);
  });

  it("counts every draw once, and lists the worst fact first", () => {
    const sure = toOdds("sure", [9, 0, 0, 0, 0, 0], 0, nameOf);
    const outcome = experiment([sure, one], false, 40, 1)[5];
    for (const counts of outcome.tally) expect(counts.reduce((a, b) => a + b)).toBe(40);
    const rows = toFactRows([sure, one], outcome);
    expect(rows.map(({ prompt }) => prompt)).toEqual(["p", "sure"]);
    expect(rows.reduce((sum, { wrong }) => sum + wrong, 0)).toBe(outcome.wrong);
    for (const { wrong, instead, others } of rows)
      expect(instead.reduce((sum, { count }) => sum + count, others)).toBe(wrong);
  });

  it("is never wrong at temperature 0", () => {
    expect(experiment([one], false, 100, 1)[0]).toMatchObject({ wrong: 0, expected: 0 });
  });
});

describe("Wilson's interval", () => {
  it("has the published ends", () => {
    expect(wilson(10, 100)[0]).toBeCloseTo(0.0552, 4);
    expect(wilson(10, 100)[1]).toBeCloseTo(0.1744, 4);
  });

  it("stays within 0 and 1, and has a width where nothing was hit", () => {
    expect(wilson(0, 20)[0]).toBe(0);
    expect(wilson(0, 20)[1]).toBeCloseTo(0.1611, 4);
    expect(wilson(20, 20)[1]).toBeCloseTo(1, 12);
  });
});
