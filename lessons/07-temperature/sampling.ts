/**
 * From logits to one token: the whole of sampling, over the full vocabulary.
 *
 * The demo, the cells and the prose of this lesson all call these functions. Order and renormalization
 * follow the common implementations (bias and penalties → temperature → top-k → top-p → min-p): each filter sees
 * the distribution the one before it left, renormalized. At least one token always survives.
 */

/** Rescales non-negative weights so that they sum to 1. */
export function normalize(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * Boltzmann distribution exp(logit / T) / Σ exp(logit / T). [V] → [V]
 * T = 0 is the limit: all mass on the largest logit, the lowest id winning a tie.
 */
export function softmax(logits: readonly number[], temperature = 1): number[] {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  if (temperature === 0) {
    const winner = logits.indexOf(largest);
    return logits.map((_, id) => (id === winner ? 1 : 0));
  }
  // Subtracting the largest logit changes nothing in the quotient and keeps exp() from overflowing.
  return normalize(logits.map((logit) => Math.exp((logit - largest) / temperature)));
}

/** Token ids, all or those given, from most to least probable; equal probabilities keep the order of their ids. */
export function ranking(probs: readonly number[], ids = probs.map((_, id) => id)): number[] {
  return [...ids].sort((a, b) => probs[b] - probs[a]); // sort() is stable
}

/** Keeps the k most probable tokens. k = 0 turns the filter off. */
export function topK(probs: readonly number[], k: number): number[] {
  if (k <= 0 || k >= probs.length) return [...probs];
  return keep(probs, new Set(ranking(probs).slice(0, Math.ceil(k))));
}

/** Nucleus sampling: keeps the smallest set of most probable tokens whose mass reaches p (Holtzman 2020). */
export function topP(probs: readonly number[], p: number): number[] {
  if (p >= 1) return [...probs];
  // Tokens below (1 - p) / V hold less than 1 - p together, so the nucleus is whole without them: no need to sort them.
  const likely = probs.flatMap((prob, id) => (prob >= (1 - p) / probs.length ? [id] : []));
  const nucleus = new Set<number>();
  let mass = 0;
  for (const id of ranking(probs, likely)) {
    nucleus.add(id); // the token that crosses the threshold is kept
    mass += probs[id];
    if (mass >= p) break;
  }
  return keep(probs, nucleus);
}

/** Keeps tokens at least m times as probable as the most probable one (Nguyen 2024). m = 0 turns it off. */
export function minP(probs: readonly number[], m: number): number[] {
  if (m <= 0) return [...probs];
  const threshold = Math.min(m, 1) * probs.reduce((a, b) => Math.max(a, b), 0);
  return normalize(probs.map((prob) => (prob >= threshold ? prob : 0)));
}

export interface Penalties {
  /** Divides positive logits and multiplies negative ones of tokens seen before (Keskar 2019); 1 = off. */
  repetition: number;
  /** Subtracted once from the logit of every token seen before; 0 = off. */
  presence: number;
  /** Subtracted once for every time the token was seen; 0 = off. */
  frequency: number;
}

/** Lowers the logits of tokens already in the text. `seen` holds their ids, repeats included. [V] → [V] */
export function penalize(logits: readonly number[], seen: readonly number[], penalties: Penalties): number[] {
  const counts = new Map<number, number>();
  for (const id of seen) counts.set(id, (counts.get(id) ?? 0) + 1);
  const out = [...logits];
  for (const [id, count] of counts) {
    const scaled = out[id] > 0 ? out[id] / penalties.repetition : out[id] * penalties.repetition;
    out[id] = scaled - penalties.presence - penalties.frequency * count;
  }
  return out;
}

/** Adds to the logits of single tokens, by their ids: −100 bans a token, 100 all but forces it. [V] → [V] */
export function addBias(logits: readonly number[], bias: Readonly<Record<number, number>>): number[] {
  return logits.map((logit, id) => logit + (bias[id] ?? 0));
}

/** The token where the running sum of probabilities passes u, for u in [0, 1). */
export function pick(probs: readonly number[], u: number): number {
  let mass = 0;
  let last = 0;
  for (let id = 0; id < probs.length; id++) {
    if (probs[id] === 0) continue;
    mass += probs[id];
    last = id;
    if (u < mass) return id;
  }
  return last; // rounding can leave the sum a hair under 1
}

/** Shannon entropy in nats; 0 · log 0 counts as 0. */
export function entropy(probs: readonly number[]): number {
  return probs.reduce((sum, prob) => (prob > 0 ? sum - prob * Math.log(prob) : sum), 0);
}

/** Small seeded generator of uniform numbers in [0, 1) (mulberry32), so that a seed replays a text. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function keep(probs: readonly number[], kept: ReadonlySet<number>): number[] {
  return normalize(probs.map((prob, id) => (kept.has(id) ? prob : 0)));
}
