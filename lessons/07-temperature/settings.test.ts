import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { softmax } from "./sampling";
import { distribution, neutral, type Settings } from "./settings";

const someLogits = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 50 });
const someSettings: fc.Arbitrary<Settings> = fc.record({
  temperature: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 2, noNaN: true })),
  topK: fc.nat(60),
  topP: fc.double({ min: 0, max: 1, noNaN: true }),
  minP: fc.double({ min: 0, max: 0.5, noNaN: true }),
  repetition: fc.double({ min: 1, max: 2, noNaN: true }),
  presence: fc.double({ min: -2, max: 2, noNaN: true }),
  frequency: fc.double({ min: -2, max: 2, noNaN: true }),
});

describe("distribution", () => {
  it("leaves the model's own distribution alone at neutral settings", () => {
    const { before, after, removedBy } = distribution([2, 1, 0], [0, 1], neutral);
    expect(before).toEqual(softmax([2, 1, 0]));
    after.forEach((prob, id) => {
      expect(prob).toBeCloseTo(before[id], 15);
    });
    expect(removedBy).toEqual([undefined, undefined, undefined]);
  });

  it("is never NaN, always sums to 1 and always keeps a token, whatever the settings", () =>
    fc.assert(
      fc.property(someLogits, someSettings, (logits, settings) => {
        const { before, after } = distribution(logits, [0, 1, 1], settings);
        expect(after.some(Number.isNaN)).toBe(false);
        for (const probs of [before, after]) expect(probs.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(after.some((prob) => prob > 0)).toBe(true);
      }),
    ));

  it("accounts for every token: kept, removed by a named filter, or without mass from the start", () =>
    fc.assert(
      fc.property(someLogits, someSettings, (logits, settings) => {
        const { before, after, removedBy } = distribution(logits, [1], settings);
        before.forEach((prob, id) => {
          const states = [after[id] > 0, removedBy[id] !== undefined, prob === 0];
          expect(states.filter(Boolean)).toHaveLength(1);
        });
      }),
    ));

  it("names the first filter that removed a token", () => {
    const logits = [0.4, 0.3, 0.2, 0.06, 0.04].map(Math.log);
    const { removedBy, after } = distribution(logits, [], { ...neutral, topK: 4, topP: 0.9, minP: 0.6 });
    expect(removedBy).toEqual([undefined, undefined, "min-p", "top-p", "top-k"]);
    expect(after[0]).toBeCloseTo(4 / 7, 12);
  });

  it("applies the temperature before the filters", () => {
    const logits = [0.6, 0.3, 0.1].map(Math.log);
    const keptAt = (temperature: number) =>
      distribution(logits, [], { ...neutral, temperature, topP: 0.65 }).after.filter((prob) => prob > 0)
        .length;
    expect([keptAt(0.5), keptAt(1), keptAt(2)]).toEqual([1, 2, 2]);
    expect(keptAt(100)).toBe(2);
  });

  it("gives each filter what the one before left, renormalized", () => {
    const logits = [0.4, 0.3, 0.2, 0.1].map(Math.log);
    // top-k 2 leaves 4/7 and 3/7; of those, the first alone reaches 0.5.
    const { removedBy } = distribution(logits, [], { ...neutral, topK: 2, topP: 0.5 });
    expect(removedBy[1]).toBe("top-p");
  });

  it("finds the same whether it knows the order already or not", () =>
    fc.assert(
      fc.property(someLogits, someSettings, (logits, settings) => {
        const found = distribution(logits, [0, 1, 1], settings);
        expect(distribution(logits, [0, 1, 1], settings, found.order)).toEqual(found);
      }),
    ));

  it("keeps the penalized logits, so that ranks survive a temperature of 0", () => {
    const { logits, before } = distribution([1, 3, 2], [1], { ...neutral, presence: 1.5, temperature: 0 });
    expect(logits).toEqual([1, 1.5, 2]);
    expect(before).toEqual([0, 0, 1]);
  });
});
