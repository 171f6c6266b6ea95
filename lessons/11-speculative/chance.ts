import type { Chance } from "./speculative";

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

/** Chance from a seed. */
export function seeded(seed: number): Chance {
  const next = uniform(seed);
  return {
    happens: (probability) => next() < probability,
    draw: (probs) => pick(probs, next()),
  };
}
