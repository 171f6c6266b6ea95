import { fromShare } from "@/lib/plot/scale";
import { places } from "./presets";
import { entropy, softmax } from "./sampling";
import type { Distribution, FilterName } from "./settings";

/** What the filters did to one distribution, in numbers. */
export interface Summary {
  vocabulary: number;
  /** Tokens that can still be drawn. */
  kept: number;
  /** Mass the kept tokens held before filtering; each of them was divided by it. */
  mass: number;
  /** Nats before and after filtering. */
  entropyBefore: number;
  entropyAfter: number;
  /** The filter that cut nearest to the top, if any cut at all. */
  cutBy?: FilterName;
}

export function toSummary({ order, before, after, removedBy }: Distribution): Summary {
  let kept = 0;
  let mass = 0;
  for (let id = 0; id < after.length; id++) {
    if (after[id] === 0) continue;
    kept++;
    mass += before[id];
  }
  const nearest = order.find((id) => removedBy[id]);
  const cutBy = nearest === undefined ? undefined : removedBy[nearest];
  return {
    vocabulary: after.length,
    kept,
    mass: cutBy ? mass : 1,
    entropyBefore: entropy(before),
    entropyAfter: entropy(after),
    cutBy,
  };
}

/** One token's way through the sampler. */
export interface Row {
  id: number;
  /** 1 = largest logit after penalties. */
  rank: number;
  /** Logit after penalties. */
  logit: number;
  /** What the model alone gives it: temperature 1, no penalty, no filter. */
  model: number;
  /** After penalties and temperature, before any filter. */
  before: number;
  /** What the sampler draws with. */
  after: number;
  removedBy?: FilterName;
}

/** Rows for the tokens `ids`, which are ranked: best first. `own` is the model's own distribution. */
export function toRows(distribution: Distribution, own: readonly number[], ids: readonly number[]): Row[] {
  const { logits, before, after, removedBy } = distribution;
  return ids.map((id, i) => ({
    id,
    rank: i + 1,
    logit: logits[id],
    model: own[id],
    before: before[id],
    after: after[id],
    removedBy: removedBy[id],
  }));
}

/** All tokens that have no row of their own, taken together. */
export interface Rest {
  count: number;
  kept: number;
  model: number;
  before: number;
  after: number;
}

export function toRest({ before, after }: Distribution, own: readonly number[], rows: readonly Row[]): Rest {
  const shown = new Set(rows.map((row) => row.id));
  const rest: Rest = { count: before.length - shown.size, kept: 0, model: 0, before: 0, after: 0 };
  for (let id = 0; id < before.length; id++) {
    if (shown.has(id)) continue;
    if (after[id] > 0) rest.kept++;
    rest.model += own[id];
    rest.before += before[id];
    rest.after += after[id];
  }
  return rest;
}

/** Where `pick` finds a token: the stretch of [0, 1] between the running sums before and after it. */
export function intervalOf(probs: readonly number[], id: number): [from: number, to: number] {
  let from = 0;
  for (let i = 0; i < id; i++) from += probs[i];
  return [from, from + probs[id]];
}

/** Half the summed difference: the share of draws in which two samplers must disagree. 0 = same, 1 = apart. */
export function totalVariation(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, prob, id) => sum + Math.abs(prob - b[id]), 0) / 2;
}

/** Entropy and the largest probability at one temperature. */
export interface CurvePoint {
  temperature: number;
  entropy: number;
  top: number;
}

export function toCurvePoint(logits: readonly number[], temperature: number): CurvePoint {
  const probs = softmax(logits, temperature);
  return { temperature, entropy: entropy(probs), top: probs.reduce((a, b) => Math.max(a, b), 0) };
}

/** The curve's temperatures as shares of its axis: 0 → T = 0, ½ → T = 1, 1 → T = ∞. */
export const shares = Array.from({ length: places + 1 }, (_, place) => place / places);

/** Entropy after one prompt all along the axis, as shares of ln V. */
export interface EntropyCurve {
  prompt: string;
  entropy: number[];
}

export function toEntropyCurve(prompt: string, logits: readonly number[]): EntropyCurve {
  const highest = Math.log(logits.length);
  const at = (share: number) => toCurvePoint(logits, fromShare(share)).entropy / highest;
  return { prompt, entropy: shares.map((share) => Math.round(at(share) * 1e4) / 1e4) };
}
