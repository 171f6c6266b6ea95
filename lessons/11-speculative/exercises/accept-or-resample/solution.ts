/** Keeps a drafted token with probability min(1, p/q); else gives the normalized max(0, p − q). */
export function judge(p: number[], q: number[], drafted: number, u: number): number[] | null {
  if (u < p[drafted] / q[drafted]) return null;
  const missing = p.map((prob, x) => Math.max(0, prob - q[x])); // [V]
  const total = missing.reduce((sum, prob) => sum + prob, 0);
  return missing.map((prob) => prob / total);
}
