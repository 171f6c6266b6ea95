/** Mean cross-entropy of a text's tokens after the first, in nats. logits: `[T, V]`, one row a token. */
export function rowsLoss(logits: number[][], tokens: readonly number[]): number {
  let sum = 0;
  for (let t = 0; t + 1 < tokens.length; t++) {
    const largest = Math.max(...logits[t]);
    const total = logits[t].reduce((all, logit) => all + Math.exp(logit - largest), 0);
    sum += Math.log(total) + largest - logits[t][tokens[t + 1]];
  }
  return sum / (tokens.length - 1);
}
