import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pick, ranking, softmax } from "./sampling";
import { distribution, neutral } from "./settings";
import { intervalOf, toCurvePoint, toRest, toRows, toSummary, totalVariation } from "./summary";

const logits = [0.1, 0.4, 0.2, 0.3].map(Math.log);
const someProbs = fc
  .array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 5, maxLength: 5 })
  .map((values) => softmax(values));

describe("toSummary", () => {
  it("counts what is kept and the mass it held", () => {
    const summary = toSummary(distribution(logits, [], { ...neutral, topP: 0.6 }));
    expect(summary).toMatchObject({ vocabulary: 4, kept: 2, cutBy: "top-p" });
    expect(summary.mass).toBeCloseTo(0.7, 12);
    expect(summary.entropyBefore).toBeCloseTo(1.279854, 6);
    expect(summary.entropyAfter).toBeCloseTo(0.682908, 6);
  });
  it("names the filter that cut nearest to the top", () => {
    const summary = toSummary(distribution(logits, [], { ...neutral, topK: 3, topP: 0.6 }));
    expect(summary.cutBy).toBe("top-p");
  });
  it("says that nothing was cut", () => {
    expect(toSummary(distribution(logits, [], neutral))).toMatchObject({
      kept: 4,
      mass: 1,
      cutBy: undefined,
    });
  });
});

describe("toRows and toRest", () => {
  it("rank by logit and leave the remaining mass to the rest", () => {
    const own = softmax(logits);
    const filtered = distribution(logits, [], { ...neutral, topK: 3 });
    const rows = toRows(filtered, own, ranking(filtered.logits).slice(0, 2));
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
      [1, 1],
      [3, 2],
    ]);
    const rest = toRest(filtered, own, rows);
    expect(rest).toMatchObject({ count: 2, kept: 1 });
    expect(rest.before).toBeCloseTo(0.3, 12);
    expect(rest.after).toBeCloseTo(0.2 / 0.9, 12);
  });
  it("keep the rank order at temperature 0, where every other probability is 0", () => {
    const rows = toRows(
      distribution(logits, [], { ...neutral, temperature: 0 }),
      softmax(logits),
      ranking(logits),
    );
    expect(rows.map((row) => row.id)).toEqual([1, 3, 2, 0]);
  });
});

describe("intervalOf", () => {
  it("is where pick finds the token", () =>
    fc.assert(
      fc.property(someProbs, fc.double({ min: 0, max: 0.999999, noNaN: true }), (probs, u) => {
        const [from, to] = intervalOf(probs, pick(probs, u));
        expect(u).toBeGreaterThanOrEqual(from - 1e-12);
        expect(u).toBeLessThanOrEqual(to + 1e-12);
      }),
    ));
});

describe("totalVariation", () => {
  it("is 0 for equals, 1 for strangers, and symmetric", () => {
    expect(totalVariation([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(totalVariation([1, 0], [0, 1])).toBe(1);
    fc.assert(
      fc.property(someProbs, someProbs, (a, b) => {
        expect(totalVariation(a, b)).toBeCloseTo(totalVariation(b, a), 12);
        expect(totalVariation(a, b)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe("toCurvePoint", () => {
  it("runs from certainty to log V", () => {
    expect(toCurvePoint(logits, 0)).toEqual({ temperature: 0, entropy: 0, top: 1 });
    const end = toCurvePoint(logits, Number.POSITIVE_INFINITY);
    expect(end.entropy).toBeCloseTo(Math.log(4), 12);
    expect(end.top).toBeCloseTo(0.25, 12);
  });
});
