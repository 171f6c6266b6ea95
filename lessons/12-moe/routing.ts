/** The router's arithmetic, for one token or many. E experts, K of them per token. */

/** Numbers to a distribution. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** The experts with the K highest scores, best first; of equal ones the first. */
export function topK(scores: readonly number[], k: number): number[] {
  return scores
    .map((_, expert) => expert)
    .sort((a, b) => scores[b] - scores[a] || a - b)
    .slice(0, k);
}

/** The gates `[E]`: a softmax over the K highest scores alone, 0 elsewhere (Jiang et al. 2024, section 2.1). */
export function gate(scores: readonly number[], k: number): number[] {
  const chosen = topK(scores, k);
  const weights = softmax(chosen.map((expert) => scores[expert]));
  return scores.map((_, expert) => (chosen.includes(expert) ? weights[chosen.indexOf(expert)] : 0));
}

/** Each expert's share of all choices, from gates `[T][E]`; even is 1 / E. */
export function loads(gates: readonly (readonly number[])[]): number[] {
  const counts = gates[0].map((_, expert) => gates.filter((row) => row[expert] > 0).length);
  const all = counts.reduce((a, b) => a + b, 0);
  return counts.map((count) => count / all);
}

/** Mean of each column. */
export function meanOf(rows: readonly (readonly number[])[]): number[] {
  return rows[0].map((_, column) => rows.reduce((sum, row) => sum + row[column], 0) / rows.length);
}

/** E · Σ load · mean probability (Fedus et al. 2021, equation 4): 1 where all is even, E where one expert gets it all. */
export function balanceLoss(
  gates: readonly (readonly number[])[], // [T][E]
  probabilities: readonly (readonly number[])[], // [T][E]
): number {
  const [load, wanted] = [loads(gates), meanOf(probabilities)]; // [E] each
  return load.length * load.reduce((sum, share, expert) => sum + share * wanted[expert], 0);
}

/** Of how many experts a step over T tokens needs the weights, on average, if every choice were independent and even. */
export function expertsRead(experts: number, perToken: number, tokens: number): number {
  return experts * (1 - (1 - perToken / experts) ** tokens);
}
