import type { Mistake } from "glassbox/exercise";
import { normalize, softmax } from "../../sampling";
import type { repetitionPenalty } from "./solution";

type RepetitionPenalty = typeof repetitionPenalty;

const rule = (logit: number, theta: number) => (logit > 0 ? logit / theta : logit * theta);

export const mistakes: Mistake<RepetitionPenalty>[] = [
  {
    id: "negative-divided",
    says: "Dividing a negative logit brings it nearer to 0, and so raises it: multiply negative logits by theta.",
    run: once((logit, theta) => logit / theta),
  },
  {
    id: "once-per-occurrence",
    says: "A token that stands in the text three times is penalized three times. This penalty acts once per token, however often it occurs.",
    run: (logits, seen, theta) => {
      const out = [...logits];
      for (const id of seen) out[id] = rule(out[id], theta);
      return softmax(out);
    },
  },
  {
    id: "divided-once-per-occurrence",
    says: "Two things: negative logits must be multiplied, for dividing raises them; and each token counts once, however often it occurs.",
    run: (logits, seen, theta) => {
      const out = [...logits];
      for (const id of seen) out[id] /= theta;
      return softmax(out);
    },
  },
  {
    id: "after-softmax",
    says: "You divided probabilities, after softmax, which takes the same factor from every repeated token's odds. The penalty acts on the logits: softmax comes last.",
    run: (logits, seen, theta) => normalize(divided(softmax(logits), seen, theta)),
  },
  {
    id: "after-softmax-not-renormalized",
    says: "You divided probabilities, after softmax, and they no longer add up to 1. The penalty acts on the logits: softmax comes last.",
    run: (logits, seen, theta) => divided(softmax(logits), seen, theta),
  },
  {
    id: "no-softmax",
    says: "These are the penalized logits. Turn them into probabilities: softmax comes last.",
    run: (logits, seen, theta) => logits.map((logit, id) => (seen.includes(id) ? rule(logit, theta) : logit)),
  },
  {
    id: "subtracted",
    says: "You subtracted theta, as a presence penalty does. The repetition penalty divides positive logits and multiplies negative ones.",
    run: once((logit, theta) => logit - theta),
  },
  {
    id: "multiplied",
    says: "Multiplying a positive logit raises it, so repeats get likelier: divide positive logits, multiply negative ones.",
    run: once((logit, theta) => logit * theta),
  },
  {
    id: "signs-exchanged",
    says: "The two cases are exchanged: divide positive logits, multiply negative ones; both then go down.",
    run: once((logit, theta) => (logit > 0 ? logit * theta : logit / theta)),
  },
  {
    id: "unseen-penalized",
    says: "You penalized the tokens that are not in the text, and so made repeats likelier: it is the other way round.",
    run: (logits, seen, theta) =>
      softmax(logits.map((logit, id) => (seen.includes(id) ? logit : rule(logit, theta)))),
  },
  {
    id: "all-penalized",
    says: "You penalized every token of the vocabulary, like a higher temperature of a strange kind: only tokens of the text are meant.",
    run: (logits, _seen, theta) => softmax(logits.map((logit) => rule(logit, theta))),
  },
  {
    id: "last-token-only",
    says: "Only the last token of the text is penalized: go through all of them.",
    run: (logits, seen, theta) =>
      softmax(logits.map((logit, id) => (id === seen.at(-1) ? rule(logit, theta) : logit))),
  },
  {
    id: "places-for-ids",
    says: "You penalized the places 0, 1, 2, … of the text instead of the tokens that stand there: `seen[i]` is the id.",
    run: (logits, seen, theta) =>
      softmax(logits.map((logit, id) => (id < seen.length ? rule(logit, theta) : logit))),
  },
  {
    id: "no-penalty",
    says: "This is softmax alone: the tokens of the text keep their logits.",
    run: (logits) => softmax(logits),
  },
];

/** Every token of the text once, by some rule, then softmax. */
function once(change: (logit: number, theta: number) => number): RepetitionPenalty {
  return (logits, seen, theta) =>
    softmax(logits.map((logit, id) => (seen.includes(id) ? change(logit, theta) : logit)));
}

function divided(probs: number[], seen: number[], theta: number): number[] {
  return probs.map((prob, id) => (seen.includes(id) ? prob / theta : prob));
}
