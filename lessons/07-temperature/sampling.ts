/**
 * From logits to one token: the whole of sampling, over the full vocabulary.
 *
 * The demo, the cells and the prose of this lesson all call these functions. Order and renormalization
 * follow the common implementations (bias and penalties → temperature → top-k → top-p → min-p): each filter sees
 * the distribution the one before it left, renormalized. At least one token always survives. Plain loops over one
 * copy, because a moving slider calls them in every frame: `map` and `reduce` left half a megabyte of garbage each time.
 */

/** Rescales non-negative weights so that they sum to 1. */
export function normalize(weights: readonly number[]): number[] {
  return rescale([...weights]);
}

/**
 * Boltzmann distribution exp(logit / T) / Σ exp(logit / T). [V] → [V]
 * T = 0 is the limit: all mass on the largest logit, the lowest id winning a tie.
 */
export function softmax(logits: readonly number[], temperature = 1): number[] {
  const winner = argmax(logits);
  const largest = logits[winner];
  const weights = [...logits];
  if (temperature === 0) return weights.fill(0).fill(1, winner, winner + 1);
  // Subtracting the largest logit changes nothing in the quotient and keeps exp() from overflowing.
  for (let id = 0; id < weights.length; id++) weights[id] = Math.exp((logits[id] - largest) / temperature);
  return rescale(weights);
}

/** Token ids, all or those given, from most to least probable; equal probabilities keep the order of their ids. */
export function ranking(probs: readonly number[], ids = probs.map((_, id) => id)): number[] {
  return [...ids].sort((a, b) => probs[b] - probs[a]); // sort() is stable
}

/** Keeps the k most probable tokens. k = 0 turns the filter off. `order` is their ranking, where it is known. */
export function topK(probs: readonly number[], k: number, order?: readonly number[]): readonly number[] {
  if (k <= 0 || k >= probs.length) return probs;
  return keep(probs, new Set((order ?? ranking(probs)).slice(0, Math.ceil(k))));
}

/**
 * Nucleus sampling: keeps the smallest set of most probable tokens whose mass reaches p (Holtzman 2020). `order` is
 * their ranking, where it is known.
 */
export function topP(probs: readonly number[], p: number, order?: readonly number[]): readonly number[] {
  if (p >= 1) return probs;
  const nucleus = new Set<number>();
  let mass = 0;
  for (const id of order ?? ranking(probs, likely(probs, p))) {
    nucleus.add(id); // the token that crosses the threshold is kept
    mass += probs[id];
    if (mass >= p) break;
  }
  return keep(probs, nucleus);
}

/** Keeps tokens at least m times as probable as the most probable one (Nguyen 2024). m = 0 turns it off. */
export function minP(probs: readonly number[], m: number): readonly number[] {
  if (m <= 0) return probs;
  const threshold = Math.min(m, 1) * probs[argmax(probs)];
  const left = [...probs];
  for (let id = 0; id < left.length; id++) if (left[id] < threshold) left[id] = 0;
  return rescale(left);
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
  let sum = 0;
  for (let id = 0; id < probs.length; id++) if (probs[id] > 0) sum -= probs[id] * Math.log(probs[id]);
  return sum;
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

/** Tokens below (1 - p) / V hold less than 1 - p together: the nucleus is whole without them, and sorted sooner. */
function likely(probs: readonly number[], p: number): number[] {
  return [...probs.keys()].filter((id) => probs[id] >= (1 - p) / probs.length);
}

function keep(probs: readonly number[], kept: ReadonlySet<number>): number[] {
  const left = [...probs];
  for (let id = 0; id < left.length; id++) if (!kept.has(id)) left[id] = 0;
  return rescale(left);
}

/** Index of the largest value, the lowest of them on a tie. */
function argmax(values: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

/** `normalize` in place. */
function rescale(weights: number[]): number[] {
  let total = 0;
  for (let id = 0; id < weights.length; id++) total += weights[id];
  for (let id = 0; id < weights.length; id++) weights[id] /= total;
  return weights;
}
