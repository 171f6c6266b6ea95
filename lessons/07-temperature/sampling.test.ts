import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBias,
  entropy,
  minP,
  normalize,
  penalize,
  pick,
  ranking,
  softmax,
  topK,
  topP,
  uniform,
} from "./sampling";

const logit = fc.double({ min: -30, max: 30, noNaN: true });
const someLogits = fc.array(logit, { minLength: 1, maxLength: 60 });
const someProbs = someLogits.map((logits) => softmax(logits));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const kept = (probs: readonly number[]) => probs.flatMap((prob, id) => (prob > 0 ? [id] : []));

/** A filter may only remove and rescale: survivors keep their proportions, and the whole sums to 1. */
function expectFiltered(before: readonly number[], after: readonly number[]) {
  const ids = kept(after);
  const mass = sum(ids.map((id) => before[id]));
  expect(ids.length).toBeGreaterThan(0);
  expect(sum(after)).toBeCloseTo(1, 12);
  for (const id of ids) expect(after[id]).toBeCloseTo(before[id] / mass, 12);
}

describe("normalize", () => {
  it("rescales weights to sum to 1 and keeps their ratios", () => {
    expect(normalize([1, 3])).toEqual([0.25, 0.75]);
  });
});

describe("softmax", () => {
  it("gives the textbook values", () => {
    const [a, b, c] = softmax([2, 1, 0]);
    expect(a).toBeCloseTo(0.665241, 6);
    expect(b).toBeCloseTo(0.244728, 6);
    expect(c).toBeCloseTo(0.0900306, 6);
  });

  it("sums to 1 at every temperature", () =>
    fc.assert(
      fc.property(someLogits, fc.double({ min: 0, max: 100, noNaN: true }), (logits, temperature) => {
        const probs = softmax(logits, temperature);
        expect(sum(probs)).toBeCloseTo(1, 12);
        expect(probs.every((prob) => prob >= 0)).toBe(true);
      }),
    ));

  it("does not change when every logit is shifted by the same amount", () =>
    fc.assert(
      fc.property(someLogits, fc.integer({ min: -500, max: 500 }), (logits, shift) => {
        const shifted = softmax(logits.map((value) => value + shift));
        softmax(logits).forEach((prob, id) => {
          expect(shifted[id]).toBeCloseTo(prob, 9);
        });
      }),
    ));

  it("does not overflow on huge logits", () => expect(softmax([5000, 4000])).toEqual([1, 0]));

  it("tends to argmax as the temperature falls to 0", () => {
    expect(softmax([1, 1.1, 0], 0.001)[1]).toBeCloseTo(1, 12);
    expect(softmax([1, 1.1, 0], 0)).toEqual([0, 1, 0]);
    expect(softmax([1, 1.1, 0], Number.MIN_VALUE)).toEqual([0, 1, 0]);
  });

  it("lets the lowest id win a tie at temperature 0", () => {
    expect(softmax([0, 3, 3], 0)).toEqual([0, 1, 0]);
  });

  it("tends to the uniform distribution as the temperature rises", () =>
    fc.assert(
      fc.property(someLogits, (logits) => {
        for (const temperature of [1e9, Number.POSITIVE_INFINITY])
          for (const prob of softmax(logits, temperature)) expect(prob).toBeCloseTo(1 / logits.length, 6);
      }),
    ));

  it("divides the ratio of two log probabilities by T, and never reorders", () =>
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        ([a, b], temperature) => {
          const [p, q] = softmax([a, b], temperature);
          expect(Math.log(p / q)).toBeCloseTo((a - b) / temperature, 6);
        },
      ),
    ));
});

describe("ranking", () => {
  it("sorts from most to least probable, ties by id", () => {
    expect(ranking([0.2, 0.4, 0.2, 0.2])).toEqual([1, 0, 2, 3]);
  });
});

describe("topK", () => {
  it("keeps exactly k tokens, the most probable ones, and only rescales them", () =>
    fc.assert(
      fc.property(someProbs, fc.integer({ min: 1, max: 70 }), (probs, k) => {
        const after = topK(probs, k);
        expect(kept(after)).toEqual(kept(probs).filter((id) => ranking(probs).indexOf(id) < k));
        expectFiltered(probs, after);
      }),
    ));
  it("is off at 0, and beyond the vocabulary", () => {
    expect(topK([0.6, 0.4], 0)).toEqual([0.6, 0.4]);
    expect(topK([0.6, 0.4], 9)).toEqual([0.6, 0.4]);
  });
  it("keeps one token even when somebody types half a token", () => {
    expect(topK([0.4, 0.6], 0.5)).toEqual([0, 1]);
  });
});

describe("topP", () => {
  it("keeps the smallest set of most probable tokens whose mass reaches p", () =>
    fc.assert(
      fc.property(someProbs, fc.double({ min: 0, max: 0.999, noNaN: true }), (probs, p) => {
        const after = topP(probs, p);
        const order = ranking(probs);
        const size = kept(after).length;
        expect(kept(after)).toEqual(order.slice(0, size).sort((a, b) => a - b));
        const mass = sum(order.slice(0, size).map((id) => probs[id]));
        const without = sum(order.slice(0, size - 1).map((id) => probs[id]));
        expect(mass).toBeGreaterThanOrEqual(p - 1e-12);
        if (size > 1) expect(without).toBeLessThan(p);
        expectFiltered(probs, after);
      }),
    ));
  it("keeps the token that crosses the threshold", () => {
    expect(kept(topP([0.5, 0.3, 0.2], 0.6))).toEqual([0, 1]);
    expect(topP([0.5, 0.25, 0.25], 0.5)).toEqual([1, 0, 0]);
  });
  it("keeps one token at p = 0 and everything at p = 1", () => {
    expect(topP([0.2, 0.5, 0.3], 0)).toEqual([0, 1, 0]);
    expect(topP([0.2, 0.5, 0.3], 1)).toEqual([0.2, 0.5, 0.3]);
  });
});

describe("minP", () => {
  it("keeps tokens at least m times as probable as the best", () =>
    fc.assert(
      fc.property(someProbs, fc.double({ min: 0, max: 1, noNaN: true }), (probs, m) => {
        const after = minP(probs, m);
        const best = Math.max(...probs);
        probs.forEach((prob, id) => {
          expect(after[id] > 0).toBe(prob > 0 && prob >= m * best);
        });
        expectFiltered(probs, after);
      }),
    ));
  it("is off at 0, and keeps the best at 1 and beyond", () => {
    expect(minP([0.75, 0.25], 0)).toEqual([0.75, 0.25]);
    expect(minP([0.75, 0.25], 1)).toEqual([1, 0]);
    expect(minP([0.75, 0.25], 5)).toEqual([1, 0]);
  });
});

describe("penalize", () => {
  const off = { repetition: 1, presence: 0, frequency: 0 };

  it("changes nothing when every penalty is off", () =>
    fc.assert(
      fc.property(someLogits, (logits) => {
        penalize(logits, [0, 0], off).forEach((value, id) => {
          expect(value).toBe(logits[id]);
        });
      }),
    ));
  it("lowers a seen token whatever the sign of its logit", () => {
    expect(penalize([2, -2, 1], [0, 1], { ...off, repetition: 2 })).toEqual([1, -4, 1]);
  });
  it("subtracts presence once and frequency for every time", () => {
    expect(penalize([5, 5, 5], [0, 0, 0, 1], { ...off, presence: 1 })).toEqual([4, 4, 5]);
    expect(penalize([5, 5, 5], [0, 0, 0, 1], { ...off, frequency: 1 })).toEqual([2, 4, 5]);
  });
  it("raises seen tokens when a penalty is negative", () => {
    expect(penalize([1, 1], [1], { ...off, presence: -2 })).toEqual([1, 3]);
  });
  it("leaves its input as it was", () => {
    const logits = [1, 2];
    penalize(logits, [0], { repetition: 2, presence: 1, frequency: 1 });
    expect(logits).toEqual([1, 2]);
  });
  it("never raises a seen token, and never touches an unseen one, with positive penalties", () =>
    fc.assert(
      fc.property(
        someLogits,
        fc.array(fc.nat(59)),
        fc.double({ min: 1, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (logits, ids, repetition, penalty) => {
          const seen = ids.filter((id) => id < logits.length);
          const out = penalize(logits, seen, { repetition, presence: penalty, frequency: penalty });
          out.forEach((value, id) => {
            if (seen.includes(id)) expect(value).toBeLessThanOrEqual(logits[id]);
            else expect(value).toBe(logits[id]);
          });
        },
      ),
    ));
});

describe("addBias", () => {
  it("moves the tokens named, and no others", () => {
    expect(addBias([1, 2, 3], { 1: -0.5, 2: 4 })).toEqual([1, 1.5, 7]);
    expect(addBias([1, 2], {})).toEqual([1, 2]);
  });

  it("multiplies a token's odds by e to the bias", () => {
    const [before, after] = [softmax([1, 2]), softmax(addBias([1, 2], { 0: 3 }))];
    expect(after[0] / after[1] / (before[0] / before[1])).toBeCloseTo(Math.exp(3));
  });
});

describe("pick", () => {
  it("takes each token for exactly its share of an even grid of u", () =>
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 12 }), (weights) => {
        fc.pre(sum(weights) > 0);
        const probs = normalize(weights);
        const grid = 20_000;
        const times = weights.map(() => 0);
        for (let i = 0; i < grid; i++) times[pick(probs, (i + 0.5) / grid)]++;
        probs.forEach((prob, id) => {
          expect(Math.abs(times[id] / grid - prob)).toBeLessThanOrEqual(1 / grid + 1e-9);
        });
      }),
    ));
  it("never takes a token without mass, not even at the ends", () => {
    expect(pick([0, 1, 0], 0)).toBe(1);
    expect(pick([0, 1, 0], 1 - 2 ** -53)).toBe(1);
    expect(pick([0.1, 0.2, 0.3, 0.4 - 1e-9, 0], 1 - 2 ** -53)).toBe(3);
  });
});

describe("entropy", () => {
  it("lies between 0 and log V", () =>
    fc.assert(
      fc.property(someProbs, (probs) => {
        expect(entropy(probs)).toBeGreaterThanOrEqual(-1e-12);
        expect(entropy(probs)).toBeLessThanOrEqual(Math.log(probs.length) + 1e-9);
      }),
    ));
  it("is 0 for certainty and log V for the uniform distribution", () => {
    expect(entropy([0, 1, 0])).toBe(0);
    expect(entropy(Array(2048).fill(1 / 2048))).toBeCloseTo(Math.log(2048), 9);
  });
  it("grows with the temperature", () =>
    fc.assert(
      fc.property(someLogits, (logits) => {
        const values = [0, 0.3, 0.7, 1, 2, 5, 50].map((temperature) => entropy(softmax(logits, temperature)));
        for (let i = 1; i < values.length; i++)
          expect(values[i]).toBeGreaterThanOrEqual(values[i - 1] - 1e-9);
      }),
    ));
});

describe("uniform", () => {
  it("replays the same numbers for the same seed and others for another", () =>
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [a, b, c] = [uniform(seed), uniform(seed), uniform(seed + 1)];
        const first = Array.from({ length: 20 }, a);
        expect(Array.from({ length: 20 }, b)).toEqual(first);
        expect(Array.from({ length: 20 }, c)).not.toEqual(first);
        expect(first.every((u) => u >= 0 && u < 1)).toBe(true);
      }),
    ));
  it("spreads evenly over ten bins", () => {
    const next = uniform(7);
    const bins = Array(10).fill(0);
    for (let i = 0; i < 100_000; i++) bins[Math.floor(next() * 10)]++;
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(400);
  });
});
