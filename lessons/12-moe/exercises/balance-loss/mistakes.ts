import type { Mistake } from "glassbox/exercise";
import { loads, meanOf } from "../../routing";
import type { balance } from "./solution";

type Balance = typeof balance;

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i], 0);
const flat = (rows: readonly (readonly number[])[]) => rows.length; // T

export const mistakes: Mistake<Balance>[] = [
  {
    id: "not-times-experts",
    says: "The sum of load times probability is right. Multiply it by the number of experts, so that an even layer gives 1.",
    run: (gates, probabilities) => dot(loads(gates), meanOf(probabilities)),
  },
  {
    id: "per-token",
    says: "Your loads add up to the number of experts per token. Divide the counts by all choices, not by the tokens.",
    run: (gates, probabilities) => 2 * gates[0].length * dot(loads(gates), meanOf(probabilities)),
  },
  {
    id: "weights-as-load",
    says: "You averaged the gates. The load counts how often an expert ran, however small its weight was.",
    run: (gates, probabilities) => gates[0].length * dot(meanOf(gates), meanOf(probabilities)),
  },
  {
    id: "load-squared",
    says: "You multiplied the load by itself. Counts have no slope to follow: one of the two factors must be the mean probability.",
    run: (gates) => gates[0].length * dot(loads(gates), loads(gates)),
  },
  {
    id: "probability-squared",
    says: "You multiplied the mean probability by itself. One factor is the load: the share of the choices.",
    run: (_, probabilities) => probabilities[0].length * dot(meanOf(probabilities), meanOf(probabilities)),
  },
  {
    id: "sum-of-probabilities",
    says: "You added the probabilities over the tokens. Take their mean, or a longer text costs more.",
    run: (gates, probabilities) => flat(gates) * gates[0].length * dot(loads(gates), meanOf(probabilities)),
  },
  {
    id: "largest-load",
    says: "That is the load of the busiest expert, times E. The balance loss is a sum over all experts.",
    run: (gates) => gates[0].length * Math.max(...loads(gates)),
  },
  {
    id: "token-by-token",
    says: "You multiplied token by token and averaged then. Average first, over all tokens: a single token can never be even.",
    run: (gates, probabilities) =>
      gates[0].length *
      (gates.reduce((sum, row, t) => sum + dot(loads([row]), probabilities[t]), 0) / gates.length),
  },
];
