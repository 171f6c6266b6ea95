/** E · Σ (share of the choices) · (mean probability): 1 when even. */
export function balance(gates: number[][], probabilities: number[][]): number {
  const [T, E] = [gates.length, gates[0].length];
  const choices = gates.flat().filter((weight) => weight > 0).length; // T · K
  let sum = 0;
  for (let e = 0; e < E; e++) {
    const load = gates.filter((row) => row[e] > 0).length / choices;
    const mean = probabilities.reduce((total, row) => total + row[e], 0) / T;
    sum += load * mean;
  }
  return E * sum;
}
