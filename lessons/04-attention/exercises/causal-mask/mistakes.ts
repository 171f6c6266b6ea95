import type { Mistake } from "glassbox/exercise";
import { type Matrix, softmax, transpose } from "../../matrix";
import type { causalWeights } from "./solution";

const standInSays = (value: string) =>
  `You wrote ${value} where the mask belongs. Softmax gives every finite score a share: only -Infinity (or a number as low as -1e9) becomes 0.`;

export const mistakes: Mistake<typeof causalWeights>[] = [
  {
    id: "no-mask",
    says: "There is no mask yet: each query also sees the tokens that come after it.",
    run: (scores) => scores.map(softmax),
  },
  {
    id: "mask-after-softmax",
    says: "You masked after softmax, so the rows no longer add up to 1: mask the scores first, or divide each row by its sum again.",
    run: (scores) => scores.map((row, t) => softmax(row).map((weight, s) => (s <= t ? weight : 0))),
  },
  {
    id: "transposed",
    says: "The mask is transposed: query t (the row) sees keys 0 to t, so what is hidden lies above the diagonal, where the column is larger than the row.",
    run: (scores) => masked(scores, (t, s) => s >= t),
  },
  {
    id: "blind-to-itself",
    says: "You hid the token itself too: a query may look at its own key (≤, not <). The first row has nothing else to look at, hence NaN.",
    run: (scores) => masked(scores, (t, s) => s < t),
  },
  {
    id: "blind-to-itself-but-the-first",
    says: "You hid the token itself too: a query may look at its own key (≤, not <).",
    run: (scores) => masked(scores, (t, s) => s < t || s + t === 0),
  },
  {
    id: "one-ahead",
    says: "Each query still sees one token ahead: that is the very token it has to predict. Keep s ≤ t.",
    run: (scores) => masked(scores, (t, s) => s <= t + 1),
  },
  { id: "minus-one", says: standInSays("-1"), run: (scores) => masked(scores, past, () => -1) },
  {
    id: "zero",
    says: standInSays("0 (or multiplied by a mask of zeros)"),
    run: (scores) => masked(scores, past, () => 0),
  },
  {
    id: "minus-one-added",
    says: standInSays("score - 1"),
    run: (scores) => masked(scores, past, (score) => score - 1),
  },
  {
    id: "softmax-over-queries",
    says: "Softmax ran down the columns: each query (row) shares out its own attention, so normalize along the keys.",
    run: (scores) =>
      transpose(
        transpose(scores).map((column, s) => softmax(column.map((score, t) => (s <= t ? score : -Infinity)))),
      ),
  },
  {
    id: "softmax-over-all",
    says: "One softmax over the whole matrix: each row is a distribution of its own.",
    run: (scores) => {
      const T = scores.length;
      const all = softmax(scores.flatMap((row, t) => row.map((score, s) => (s <= t ? score : -Infinity))));
      return scores.map((_, t) => all.slice(t * T, (t + 1) * T));
    },
  },
  {
    id: "even-shares",
    says: "Every key in sight gets the same share: the scores are lost. Keep the score itself where it is not masked.",
    run: (scores) => masked(scores, past, undefined, () => 0),
  },
  {
    id: "scores-returned",
    says: "You returned masked scores: take softmax of each row.",
    run: (scores) => scores.map((row, t) => row.map((score, s) => (s <= t ? score : -Infinity))),
  },
];

function past(t: number, s: number): boolean {
  return s <= t;
}

function masked(
  scores: Matrix,
  sees: (t: number, s: number) => boolean,
  hidden: (score: number) => number = () => -Infinity,
  seen: (score: number) => number = (score) => score,
): Matrix {
  return scores.map((row, t) => softmax(row.map((score, s) => (sees(t, s) ? seen(score) : hidden(score)))));
}
