import { defineCheck, type Random } from "glassbox/exercise";
import type { multiHeadAttention } from "./solution";

/**
 * Sizes are drawn so that wrong divisors show (d_k is never 1 where there are several heads) and values differ
 * from keys. Every input has one right answer.
 */
export const check = defineCheck<typeof multiHeadAttention>({
  function: "multiHeadAttention",
  parameters: ["q", "k", "v", "H"],
  maxSize: 5,
  cases: 120,
  examples: [
    [[[1, 2]], [[3, 4]], [[5, 6]], 1], // one token can only look at itself
    [
      [
        [1, 0, 0, 2],
        [0, 1, 2, 0],
      ],
      [
        [1, 1, 0, 0],
        [0, 0, 1, 1],
      ],
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      2,
    ],
  ],
  inputs: (random, size) => {
    const [H, d_k] = [random.choice([1, 2, 2, 3, 4]), random.choice([2, 3, 4])];
    const draw = () => drawMatrix(random, size, H * d_k);
    return [draw(), draw(), draw(), H];
  },
  valid: (q, k, v, H) =>
    [q, k, v].every((rows) => rows.length === q.length && rows.length > 0) &&
    [...q, ...k, ...v].every((row) => row.length === q[0].length && row.length > 0) &&
    Number.isInteger(q[0].length / H),
  invariants: [
    {
      says: "Return one row for each token, as wide as v: the heads' results side by side.",
      holds: (out, _q, _k, v) => out.length === v.length && out.every((row) => row.length === v[0].length),
    },
    {
      says: "The first token sees only itself: its row must be its own value.",
      holds: (out, _q, _k, v) => out[0].every((x, i) => Math.abs(x - v[0][i]) < 1e-6),
    },
  ],
});

function drawMatrix(random: Random, rows: number, width: number): number[][] {
  return random.list(rows, () => random.list(width, () => random.normal(1.5)));
}
