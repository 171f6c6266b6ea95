/**
 * What a head does, measured on one text. A measure is an average over the rows of its attention map, one row
 * a query; row t holds the shares that query t gives to keys 0 to t.
 */
import type { Matrix } from "./matrix";

export type Place = "first" | "previous" | "itself" | "same" | "after";

export interface HeadMeasures {
  /** Average share of attention on each kind of key, over the queries that have such a key. */
  shares: Record<Place, number>;
  /** How many queries have such a key. */
  counts: Record<Place, number>;
  /** e^entropy of a row, averaged: as if so many keys were looked at evenly. */
  keys: number;
  /** The same if every query looked evenly at all it may see; the yardstick for `keys`. */
  evenKeys: number;
}

/**
 * Does key s stand in this relation to query t? Query 0 sees only itself and is left out everywhere. The first
 * token counts as `first` and as nothing else.
 */
const relations: Record<Place, (s: number, t: number, tokens: readonly number[]) => boolean> = {
  first: (s) => s === 0,
  previous: (s, t) => s > 0 && s === t - 1,
  itself: (s, t) => s === t,
  /** An earlier copy of the query's own token. */
  same: (s, t, tokens) => s > 0 && s < t && tokens[s] === tokens[t],
  /** What came after an earlier copy: where an induction head looks (Olsson et al. 2022). */
  after: (s, t, tokens) => s > 1 && s <= t && tokens[s - 1] === tokens[t],
};

export const places = Object.keys(relations) as Place[];

/** Measures one head on one text. weights `[T, T]`, tokens `[T]` */
export function measureHead(weights: Matrix, tokens: readonly number[]): HeadMeasures {
  const queries = weights.map((_, t) => t).slice(1);
  const measure = (place: Place) => {
    const rows = queries
      .map((t) => weights[t].filter((_, s) => s <= t && relations[place](s, t, tokens)))
      .filter((row) => row.length > 0);
    return { share: mean(rows.map((row) => row.reduce((a, b) => a + b, 0))), count: rows.length };
  };
  const found = places.map((place) => [place, measure(place)] as const);
  return {
    shares: Object.fromEntries(found.map(([place, { share }]) => [place, share])) as HeadMeasures["shares"],
    counts: Object.fromEntries(found.map(([place, { count }]) => [place, count])) as HeadMeasures["counts"],
    keys: mean(queries.map((t) => Math.exp(entropy(weights[t])))),
    evenKeys: mean(queries.map((t) => t + 1)),
  };
}

/**
 * The kind of key this head gives most to, or `spread` where no kind gets 40 %. One or two queries that have
 * such a key make no habit.
 */
export function habitOf({ shares, counts }: HeadMeasures): Place | "spread" {
  const best = places.filter((place) => counts[place] >= 3).sort((a, b) => shares[b] - shares[a])[0];
  return best !== undefined && shares[best] >= 0.4 ? best : "spread";
}

/** Shannon entropy in nats; 0 · log 0 counts as 0. */
export function entropy(probs: readonly number[]): number {
  return probs.reduce((sum, prob) => (prob > 0 ? sum - prob * Math.log(prob) : sum), 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
