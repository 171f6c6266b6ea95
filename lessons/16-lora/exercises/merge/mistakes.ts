import type { Mistake } from "glassbox/exercise";
import { addScaled, matmul } from "../../matrix";
import type { mergeAdapters } from "./solution";

type Merge = typeof mergeAdapters;
type Adapter = Parameters<Merge>[1][number];

export const mistakes: Mistake<Merge>[] = [
  {
    id: "no-scale-at-all",
    says: "The changes are added as they are: each is multiplied by its strength and by its α / r.",
    run: over(() => 1),
  },
  {
    id: "no-strength",
    says: "The strengths are not used: multiply each change by its own.",
    run: over(({ alpha, B }) => alpha / B.length),
  },
  {
    id: "no-alpha",
    says: "α / r is missing: each adapter was trained with that factor, so it must be merged with it.",
    run: over(({ strength }) => strength),
  },
  {
    id: "no-rank",
    says: "You multiplied by α without dividing by r, the number of B's rows.",
    run: over(({ strength, alpha }) => strength * alpha),
  },
  {
    id: "root-of-rank",
    says: "You divided by √r: these adapters were trained with α / r.",
    run: over(({ strength, alpha, B }) => (strength * alpha) / Math.sqrt(B.length)),
  },
  {
    id: "first-rank-for-all",
    says: "Every adapter has a rank of its own: do not use the first one's r for all.",
    run: (W, adapters) =>
      over(({ strength, alpha }) => (strength * alpha) / adapters[0].B.length)(W, adapters),
  },
  {
    id: "first-only",
    says: "Only the first adapter is in it: add up the changes of all.",
    run: (W, adapters) => over(right)(W, adapters.slice(0, 1)),
  },
  {
    id: "last-only",
    says: "Only the last adapter is in it: go on from what is merged so far, not from W.",
    run: (W, adapters) => over(right)(W, adapters.slice(-1)),
  },
  {
    id: "averaged",
    says: "You averaged the changes: they add up, each by its strength.",
    run: (W, adapters) => over((one) => right(one) / adapters.length)(W, adapters),
  },
  {
    id: "weights-scaled",
    says: "W itself was multiplied by the strength: only the changes are.",
    run: (W, adapters) =>
      adapters.reduce(
        (merged, one) =>
          addScaled(
            merged.map((row) => row.map((value) => one.strength * value)),
            matmul(one.A, one.B),
            right(one),
          ),
        copy(W),
      ),
  },
];

function right({ strength, alpha, B }: Adapter): number {
  return (strength * alpha) / B.length;
}

function over(scaleOf: (one: Adapter) => number): Merge {
  return (W, adapters) =>
    adapters.reduce((merged, one) => addScaled(merged, matmul(one.A, one.B), scaleOf(one)), copy(W));
}

function copy(W: number[][]): number[][] {
  return W.map((row) => [...row]);
}
