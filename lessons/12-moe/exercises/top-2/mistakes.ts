import type { Mistake } from "glassbox/exercise";
import { gate, softmax, topK } from "../../routing";
import type { top2 } from "./solution";

type Gate = typeof top2;

/** The two best experts, weighed in some other way. */
function weighing(by: (scores: number[], chosen: number[]) => number[]): Gate {
  return (scores) => {
    const chosen = topK(scores, 2);
    const weights = by(scores, chosen);
    return scores.map((_, expert) => (chosen.includes(expert) ? weights[chosen.indexOf(expert)] : 0));
  };
}

export const mistakes: Mistake<Gate>[] = [
  {
    id: "all-run",
    says: "Every expert has a weight, so every expert must run. Set all but the two best to 0.",
    run: (scores) => softmax(scores),
  },
  {
    id: "not-renormalized",
    says: "The two weights are right among all experts, but alone they no longer add up to 1: divide them by their sum, or take the softmax over the two scores.",
    run: weighing((scores, chosen) => chosen.map((expert) => softmax(scores)[expert])),
  },
  {
    id: "even-weights",
    says: "Both chosen experts count the same. The router said by how much it prefers one: take the softmax of the two scores.",
    run: weighing(() => [0.5, 0.5]),
  },
  {
    id: "zeroed-before-softmax",
    says: "You set the other scores to 0 and then took the softmax. A score of 0 still gets a share, as e⁰ is 1: use −Infinity, or leave them out.",
    run: (scores) => {
      const chosen = topK(scores, 2);
      return softmax(scores.map((score, expert) => (chosen.includes(expert) ? score : 0)));
    },
  },
  {
    id: "softmax-twice",
    says: "You took the softmax of probabilities. That flattens the preference: take it of the scores, once.",
    run: weighing((scores, chosen) => softmax(chosen.map((expert) => softmax(scores)[expert]))),
  },
  {
    id: "scores-divided",
    says: "You divided the scores by their sum. Scores may be negative: use their exponentials.",
    run: weighing((scores, chosen) => {
      const picked = chosen.map((expert) => scores[expert]);
      return picked.map((score) => score / (picked[0] + picked[1]));
    }),
  },
  {
    id: "lowest",
    says: "These are the two experts with the lowest scores: sort the other way round.",
    run: (scores) =>
      gate(
        scores.map((score) => -score),
        2,
      ).map((weight, expert, all) => (weight > 0 ? others(scores, all)[expert] : 0)),
  },
  {
    id: "best-alone",
    says: "Only the best expert runs. The second has a weight, too.",
    run: (scores) => gate(scores, 1),
  },
  {
    id: "swapped",
    says: "The two weights stand at each other's place: the higher score gets the larger one.",
    run: weighing((scores, chosen) => softmax(chosen.map((expert) => scores[expert])).reverse()),
  },
  {
    id: "sorted",
    says: "The weights come in the order of their size. Each must stand at its expert's place.",
    run: (scores) => gate(scores, 2).sort((a, b) => b - a),
  },
];

/** The softmax over the experts that have a weight. */
function others(scores: number[], weights: number[]): number[] {
  return softmax(scores.map((score, expert) => (weights[expert] > 0 ? score : -Infinity)));
}
