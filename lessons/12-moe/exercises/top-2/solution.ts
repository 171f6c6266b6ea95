/** A softmax over the two highest scores, 0 elsewhere. */
export function top2(scores: number[]): number[] {
  const order = scores.map((_, expert) => expert).sort((a, b) => scores[b] - scores[a]);
  const [first, second] = order;
  const weight = 1 / (1 + Math.exp(scores[second] - scores[first])); // the softmax of two numbers
  return scores.map((_, expert) => (expert === first ? weight : expert === second ? 1 - weight : 0));
}
