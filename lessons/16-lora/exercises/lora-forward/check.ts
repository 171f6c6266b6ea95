import { defineCheck, type Random } from "glassbox/exercise";
import type { loraForward } from "./solution";

/**
 * Every input has one right answer. Ranks are 2 to 4 and α is never 1 or r, so that a wrong scale shows; in and out
 * differ, so that a wrong order of factors does.
 */
export const check = defineCheck<typeof loraForward>({
  function: "loraForward",
  parameters: ["x", "W", "A", "B", "alpha"],
  maxSize: 4,
  cases: 120,
  tolerance: 1e-6,
  examples: [
    [
      [[1, 2]],
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
      8,
    ], // B is zero: the base's own output
    [
      [[1, 0]],
      [[0], [0]],
      [
        [1, 1],
        [0, 0],
      ],
      [[2], [3]],
      4,
    ], // (4/2)·(2 + 3)
  ],
  inputs: (random, size) => {
    const [r, n_in, n_out] = [random.integer(2, 4), random.integer(2, 4), random.integer(2, 5)];
    return [
      draw(random, size, n_in),
      draw(random, n_in, n_out),
      draw(random, n_in, r),
      draw(random, r, n_out),
      random.choice([5, 6, 8, 16]),
    ];
  },
  valid: (x, W, A, B, alpha) =>
    [x, W, A, B].every((rows) => rows.length > 0 && rows.every((row) => row.length === rows[0].length)) &&
    x[0].length > 0 &&
    x[0].length === W.length &&
    W.length === A.length &&
    A[0].length === B.length &&
    B.length > 1 &&
    W[0].length > 0 &&
    B[0].length === W[0].length &&
    alpha > 4,
  invariants: [
    {
      says: "Return one row for each row of x, as wide as W.",
      holds: (out, x, W) => out.length === x.length && out.every((row) => row.length === W[0].length),
    },
  ],
});

function draw(random: Random, rows: number, width: number): number[][] {
  return random.list(rows, () => random.list(width, () => random.normal(1)));
}
