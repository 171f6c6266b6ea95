import type { Mistake } from "glassbox/exercise";
import type { judge } from "./solution";

type Judge = typeof judge;

const normalize = (weights: number[]) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};
const stays = (p: number[], q: number[], drafted: number, u: number) => u < p[drafted] / q[drafted];
const missing = (p: number[], q: number[]) => p.map((prob, x) => Math.max(0, prob - q[x]));

/** The right decision, and something else drawn from after a rejection. */
function correcting(by: (p: number[], q: number[], drafted: number) => number[]): Judge {
  return (p, q, drafted, u) => (stays(p, q, drafted, u) ? null : by(p, q, drafted));
}

/** Another decision, and the right residual. */
function deciding(when: (p: number[], q: number[], drafted: number, u: number) => boolean): Judge {
  return (p, q, drafted, u) => (when(p, q, drafted, u) ? null : normalize(missing(p, q)));
}

export const mistakes: Mistake<Judge>[] = [
  {
    id: "no-residual",
    says: "After a rejection you draw from p again. The accepted drafts have had their share of it already: draw from what q left missing, max(0, p − q).",
    run: correcting((p) => p),
  },
  {
    id: "draft-again",
    says: "After a rejection you draw from q again: then the draft has the last word, and the target's missing tokens never come.",
    run: correcting((_, q) => q),
  },
  {
    id: "only-struck-out",
    says: "After a rejection you draw from p without the rejected token. Other tokens too may be proposed too often already: subtract all of q, max(0, p − q).",
    run: correcting((p, _, drafted) => normalize(p.map((prob, x) => (x === drafted ? 0 : prob)))),
  },
  {
    id: "not-normalized",
    says: "max(0, p − q) is right, but it no longer adds up to 1: divide by its sum.",
    run: correcting((p, q) => missing(p, q)),
  },
  {
    id: "absolute-difference",
    says: "You took |p − q|. Where q is larger than p nothing is missing: cut at 0 with max(0, p − q).",
    run: correcting((p, q) => normalize(p.map((prob, x) => Math.abs(prob - q[x])))),
  },
  {
    id: "residual-reversed",
    says: "You subtracted the wrong way round: what is missing is p − q, where the target wants more than the draft gives.",
    run: correcting((p, q) => normalize(q.map((prob, x) => Math.max(0, prob - p[x])))),
  },
  {
    id: "wrong-ratio",
    says: "Your ratio is upside down: a token stays with probability p/q, the target's over the draft's.",
    run: deciding((p, q, drafted, u) => u < q[drafted] / p[drafted]),
  },
  {
    id: "target-alone",
    says: "You keep a token with probability p. It already came only q of the time: keep it with p/q.",
    run: deciding((p, _, drafted, u) => u < p[drafted]),
  },
  {
    id: "greedy-accept",
    says: "You keep only the target's favorite. That is right at temperature 0 alone; elsewhere it makes the favorite too frequent.",
    run: deciding((p, _, drafted) => p[drafted] === Math.max(...p)),
  },
  {
    id: "no-dice",
    says: "You keep a token only where p ≥ q, and leave nothing to chance. Below that it still stays with probability p/q: use u.",
    run: deciding((p, q, drafted) => p[drafted] >= q[drafted]),
  },
  {
    id: "dice-reversed",
    says: "You keep a token when u is above p/q: it must stay with probability p/q, so when u is below.",
    run: deciding((p, q, drafted, u) => u > p[drafted] / q[drafted]),
  },
  {
    id: "keeps-everything",
    says: "You keep every draft: then the text is the draft model's, whatever the target says.",
    run: () => null,
  },
];
