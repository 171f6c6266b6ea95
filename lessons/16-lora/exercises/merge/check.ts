import { defineCheck, type Random } from "glassbox/exercise";
import type { mergeAdapters } from "./solution";

type Adapter = Parameters<typeof mergeAdapters>[1][number];

/** Ranks differ between adapters and α is no multiple of both, so that a shared scale shows. One right answer each. */
export const check = defineCheck<typeof mergeAdapters>({
  function: "mergeAdapters",
  parameters: ["W", "adapters"],
  maxSize: 3,
  cases: 120,
  examples: [
    [
      [
        [1, 2],
        [3, 4],
      ],
      [],
    ], // no adapter: W
    [
      [[1, 2]],
      [
        {
          A: [[1, 1]],
          B: [
            [1, 0],
            [0, 1],
          ],
          alpha: 8,
          strength: 0,
        },
      ],
    ], // strength 0: W
  ],
  inputs: (random, size) => {
    const [n_in, n_out] = [random.integer(2, 4), random.integer(2, 4)];
    return [
      draw(random, n_in, n_out),
      random.list(size, (i) => adapter(random, n_in, n_out, 2 + ((i + size) % 3))),
    ];
  },
  valid: (W, adapters) =>
    W.length > 0 &&
    W[0].length > 0 &&
    W.every((row) => row.length === W[0].length) &&
    adapters.every(
      ({ A, B, alpha }) =>
        alpha > 4 &&
        B.length > 1 &&
        A.length === W.length &&
        A.every((row) => row.length === B.length) &&
        B.every((row) => row.length === W[0].length),
    ),
  invariants: [
    {
      says: "Return a matrix as large as W.",
      holds: (out, W) => out.length === W.length && out.every((row) => row.length === W[0].length),
    },
    {
      says: "W itself was changed. Make a new matrix: at another strength, or with another adapter, it is needed as it was.",
      holds: (out, W) => out !== W && out.every((row, i) => row !== W[i]),
    },
  ],
});

function adapter(random: Random, n_in: number, n_out: number, r: number): Adapter {
  return {
    A: draw(random, n_in, r),
    B: draw(random, r, n_out),
    alpha: random.choice([5, 7, 16]),
    strength: random.choice([-1, 0.5, 1, 2]),
  };
}

function draw(random: Random, rows: number, width: number): number[][] {
  return random.list(rows, () => random.list(width, () => random.normal(1)));
}
