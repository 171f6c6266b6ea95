/** How the next token is drawn; what is left out changes nothing. */
export interface Sampling {
  /** 0 always takes the likeliest token; 1 draws as the model says. */
  temperature?: number;
  /** Draw from the k likeliest only. */
  topK?: number;
  /** Draw from the likeliest that together reach this probability. */
  topP?: number;
}

/**
 * Logits → one token, and the probability it was drawn with. `u` is a random number in [0, 1).
 * Order: temperature, top-k, top-p, as in the common implementations; lesson 7 takes them apart.
 */
export function sample(
  logits: ArrayLike<number>,
  { temperature = 1, topK = 0, topP = 1 }: Sampling,
  u: number,
): { token: number; probability: number } {
  const ids = Array.from(logits, (_, id) => id).sort((a, b) => logits[b] - logits[a] || a - b);
  if (temperature === 0) return { token: ids[0], probability: 1 };
  const candidates = topK > 0 ? ids.slice(0, topK) : ids;
  const weights = candidates.map((id) => Math.exp((logits[id] - logits[ids[0]]) / temperature));
  const kept = nucleus(weights, topP);
  const total = sum(kept);
  let mass = 0;
  const found = kept.findIndex((weight) => {
    mass += weight / total;
    return u < mass;
  });
  const drawn = found < 0 ? kept.length - 1 : found; // rounding can leave the sum a hair under 1
  return { token: candidates[drawn], probability: kept[drawn] / total };
}

/** The fewest of the sorted weights whose share reaches `topP` (Holtzman 2020). */
function nucleus(weights: number[], topP: number): number[] {
  if (topP >= 1) return weights;
  const enough = topP * sum(weights);
  let mass = 0;
  const last = weights.findIndex((weight) => {
    mass += weight;
    return mass >= enough;
  });
  return weights.slice(0, last + 1 || weights.length);
}

const sum = (weights: readonly number[]) => weights.reduce((a, b) => a + b, 0);
