import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attention, causalMask, joinHeads, multiHead, splitHeads } from "./attention";
import { largestGap, layerNorm, linear, type Matrix, matmul, softmax, transpose } from "./matrix";

const number = fc.double({ min: -5, max: 5, noNaN: true });
const matrix = (rows: number, width: number) =>
  fc.array(fc.array(number, { minLength: width, maxLength: width }), { minLength: rows, maxLength: rows });
const square = fc.integer({ min: 1, max: 6 }).chain((T) => matrix(T, T));
const qkv = fc
  .record({ T: fc.integer({ min: 1, max: 6 }), d: fc.integer({ min: 1, max: 5 }) })
  .chain(({ T, d }) => fc.tuple(matrix(T, d), matrix(T, d), matrix(T, d)));

describe("matrices", () => {
  it("multiply like on paper", () => {
    expect(
      matmul(
        [[1, 2, 3]],
        [
          [1, 0],
          [0, 1],
          [2, 2],
        ],
      ),
    ).toEqual([[7, 8]]);
    expect(
      transpose([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    ).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    expect(
      linear(
        [[1, 1]],
        [
          [1, 2],
          [3, 4],
        ],
        [10, 20],
      ),
    ).toEqual([[14, 26]]);
  });
  it("softmax survives large scores and gives -∞ exactly 0", () => {
    expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
    expect(softmax([0, -Infinity])).toEqual([1, 0]);
  });
  it("layerNorm gives each row mean 0 and variance 1", () =>
    fc.assert(
      fc.property(matrix(3, 8), (x) => {
        fc.pre(x.every((row) => Math.max(...row) - Math.min(...row) > 0.1));
        for (const row of layerNorm(x, Array(8).fill(1), Array(8).fill(0))) {
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 6);
          expect(row.reduce((a, b) => a + b * b, 0) / 8).toBeCloseTo(1, 1);
        }
      }),
    ));
});

describe("attention", () => {
  it("is what comes out by hand", () => {
    const { scores, weights, out } = attention(
      [[0, 3]],
      [
        [2, 0],
        [0, 2],
        [1, 1],
      ],
      [
        [10, 0],
        [0, 10],
        [5, 5],
      ],
      {
        causal: false,
      },
    );
    expect(scores[0].map((s) => s * Math.SQRT2)).toEqual([0, 6, 3].map((s) => expect.closeTo(s, 12)));
    const powers = [0, 6, 3].map((s) => Math.exp(s / Math.SQRT2));
    const total = powers[0] + powers[1] + powers[2];
    expect(weights[0]).toEqual(powers.map((power) => expect.closeTo(power / total, 12)));
    expect(out[0][1]).toBeCloseTo((10 * powers[1] + 5 * powers[2]) / total, 12);
  });

  it("shares out exactly everything, and nothing to the future", () =>
    fc.assert(
      fc.property(qkv, ([q, k, v]) => {
        attention(q, k, v).weights.forEach((row, t) => {
          expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
          for (const weight of row.slice(t + 1)) expect(weight).toBe(0);
        });
      }),
    ));

  it("mixes: every output lies between the smallest and the largest value", () =>
    fc.assert(
      fc.property(qkv, ([q, k, v]) => {
        transpose(attention(q, k, v).out).forEach((column, i) => {
          const values = v.map((row) => row[i]);
          expect(Math.min(...column)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(Math.max(...column)).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        });
      }),
    ));

  it("does not let a later token change an earlier row", () =>
    fc.assert(
      fc.property(qkv, number, ([q, k, v], other) => {
        const change = (x: Matrix) => [...x.slice(0, -1), x[0].map(() => other)];
        const before = attention(q, k, v).out.slice(0, -1);
        const after = attention(change(q), change(k), change(v)).out.slice(0, -1);
        expect(after).toEqual(before);
      }),
    ));

  it("without a mask does not care in which order the keys come", () =>
    fc.assert(
      fc.property(qkv, ([q, k, v]) => {
        const there = attention(q, k, v, { causal: false }).out;
        const back = attention(q, [...k].reverse(), [...v].reverse(), { causal: false }).out;
        expect(largestGap(there, back)).toBeLessThan(1e-9);
      }),
    ));

  it("takes keys and values of another length, as cross-attention does", () => {
    const { weights, out } = attention(
      [[1], [2], [3]],
      [[1], [1]],
      [
        [5, 7, 9],
        [5, 7, 9],
      ],
      { causal: false },
    );
    expect([weights.length, weights[0].length]).toEqual([3, 2]);
    expect(out[2]).toEqual([5, 7, 9].map((value) => expect.closeTo(value, 12)));
  });

  it("masks nothing at or before the query", () =>
    fc.assert(
      fc.property(square, (scores) => {
        causalMask(scores).forEach((row, t) => {
          expect(row.slice(0, t + 1)).toEqual(scores[t].slice(0, t + 1));
        });
      }),
    ));
});

describe("heads", () => {
  it("are bands of columns, and joining puts them back", () => {
    expect(splitHeads([[1, 2, 3, 4]], 2)).toEqual([[[1, 2]], [[3, 4]]]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((H) => fc.tuple(fc.constant(H), matrix(3, H * 2))),
        ([H, x]) => {
          expect(joinHeads(splitHeads(x, H))).toEqual(x);
        },
      ),
    );
  });

  it("one head over everything is plain attention", () =>
    fc.assert(
      fc.property(matrix(4, 3), (x) => {
        const identity = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1 : 0)));
        const weights = {
          c_attn: { weight: identity.map((row) => [...row, ...row, ...row]), bias: Array(9).fill(0) },
          c_proj: { weight: identity, bias: [0, 0, 0] },
        };
        expect(largestGap(multiHead(x, weights, 1).out, attention(x, x, x).out)).toBeLessThan(1e-9);
      }),
    ));
});
