import type { Mistake } from "glassbox/exercise";
import { normalize, ranking, softmax } from "../../sampling";
import type { topP } from "./solution";

type TopP = typeof topP;

const thresholdSays =
  "The token that crosses the threshold is missing: the nucleus must reach p, so add the token first, then compare.";
const ownSays =
  "You compared each token's own probability with p: compare the running sum of the most probable tokens.";
const countSays =
  "You kept a share of the tokens. p is a share of the probability: add probabilities up until they reach p.";

export const mistakes: Mistake<TopP>[] = [
  {
    id: "not-renormalized",
    says: "What you kept no longer adds up to 1: divide each number by the sum of what is left.",
    run: (logits, temperature, p) => {
      const probs = softmax(logits, temperature);
      return mask(probs, nucleus(probs, p));
    },
  },
  {
    id: "softmax-twice",
    says: "You renormalized with a second softmax, which gives the removed tokens probability again: divide by the sum.",
    run: (logits, temperature, p) => {
      const probs = softmax(logits, temperature);
      return softmax(mask(probs, nucleus(probs, p)));
    },
  },
  { id: "threshold-left-out", says: thresholdSays, run: on((probs, p) => beforeThreshold(probs, p)) },
  {
    id: "threshold-left-out-but-one",
    says: thresholdSays,
    run: on((probs, p) => [...new Set([ranking(probs)[0], ...beforeThreshold(probs, p)])]),
  },
  {
    id: "one-too-many",
    says: "You kept one token too many: stop as soon as the running sum reaches p.",
    run: on((probs, p) => ranking(probs).slice(0, nucleus(probs, p).length + 1)),
  },
  {
    id: "nothing-at-zero",
    says: "With p = 0 you kept nothing, and dividing by a sum of 0 gives NaN: the most probable token always stays.",
    run: on((probs, p) => (p === 0 ? [] : nucleus(probs, p))),
  },
  {
    id: "filtered-before-temperature",
    says: "You chose the tokens at temperature 1 and applied the temperature afterwards: divide the logits by it first.",
    run: (logits, temperature, p) =>
      normalize(mask(softmax(logits, temperature), nucleus(softmax(logits), p))),
  },
  {
    id: "temperature-ignored",
    says: "The temperature has no effect: it divides the logits, before softmax.",
    run: (logits, _temperature, p) => {
      const probs = softmax(logits);
      return normalize(mask(probs, nucleus(probs, p)));
    },
  },
  {
    id: "temperature-multiplied",
    says: "The temperature works backwards: logits are divided by it, not multiplied.",
    run: (logits, temperature, p) => {
      const probs = softmax(logits, 1 / temperature);
      return normalize(mask(probs, nucleus(probs, p)));
    },
  },
  {
    id: "temperature-on-probabilities",
    says: "You divided probabilities by the temperature and took softmax again: divide the logits, once, before softmax.",
    run: (logits, temperature, p) => {
      const probs = softmax(softmax(logits), temperature);
      return normalize(mask(probs, nucleus(probs, p)));
    },
  },
  {
    id: "least-probable-first",
    says: "You started from the least probable token and kept the tail: sort from the most probable down.",
    run: on((probs, p) => reach(ranking(probs).reverse(), probs, p)),
  },
  {
    id: "never-sorted",
    says: "You added the tokens up in the order of their ids: sort by probability first.",
    run: on((probs, p) =>
      reach(
        probs.map((_, id) => id),
        probs,
        p,
      ),
    ),
  },
  {
    id: "order-not-restored",
    says: "The right numbers in sorted order: put each one back at its own token's place.",
    run: (logits, temperature, p) => {
      const probs = softmax(logits, temperature);
      const kept = normalize(mask(probs, nucleus(probs, p)));
      return ranking(probs).map((id) => kept[id]);
    },
  },
  {
    id: "removed-tokens-missing",
    says: "You returned only the tokens you kept: return a number for every token, 0 for the removed ones.",
    run: (logits, temperature, p) => {
      const probs = softmax(logits, temperature);
      return normalize(nucleus(probs, p).map((id) => probs[id]));
    },
  },
  {
    id: "returns-ids",
    says: "You returned the ids of the tokens you kept: return a probability for every token.",
    run: (logits, temperature, p) => nucleus(softmax(logits, temperature), p),
  },
  {
    id: "share-of-tokens",
    says: countSays,
    run: on((probs, p) => first(probs, Math.ceil(p * probs.length))),
  },
  {
    id: "share-of-tokens-rounded-down",
    says: countSays,
    run: on((probs, p) => first(probs, Math.max(1, Math.floor(p * probs.length)))),
  },
  { id: "own-probability", says: ownSays, run: on((probs, p) => likely(probs, p)) },
  {
    id: "own-probability-not-renormalized",
    says: ownSays,
    run: (logits, temperature, p) => {
      const probs = softmax(logits, temperature);
      return mask(probs, likely(probs, p));
    },
  },
  {
    id: "min-p",
    says: "That is min-p: you compared with a share of the largest probability. Top-p compares the running sum.",
    run: on((probs, p) => ranking(probs).filter((id) => probs[id] >= p * Math.max(...probs))),
  },
];

/** A wrong choice of tokens inside an otherwise right function. */
function on(choose: (probs: number[], p: number) => number[]): TopP {
  return (logits, temperature, p) => {
    const probs = softmax(logits, temperature);
    return normalize(mask(probs, choose(probs, p)));
  };
}

/** Ids, in the given order, until their mass reaches p. */
function reach(ids: number[], probs: number[], p: number): number[] {
  let mass = 0;
  const end = ids.findIndex((id) => {
    mass += probs[id];
    return mass >= p;
  });
  return end < 0 ? ids : ids.slice(0, end + 1);
}

function nucleus(probs: number[], p: number): number[] {
  return reach(ranking(probs), probs, p);
}

/** Stops in front of the token that would cross p. At p = 1 rounding decides whether one crosses; keep all. */
function beforeThreshold(probs: number[], p: number): number[] {
  const kept = nucleus(probs, p);
  return p >= 1 ? kept : kept.slice(0, -1);
}

function likely(probs: number[], p: number): number[] {
  return ranking(probs).filter((id) => probs[id] >= p);
}

function first(probs: number[], count: number): number[] {
  return ranking(probs).slice(0, count);
}

function mask(probs: number[], kept: number[]): number[] {
  return probs.map((prob, id) => (kept.includes(id) ? prob : 0));
}
