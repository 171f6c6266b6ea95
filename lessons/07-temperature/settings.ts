import { minP, type Penalties, penalize, ranking, softmax, topK, topP } from "./sampling";

/** Everything a reader can set on the sampler. */
export interface Settings extends Penalties {
  temperature: number;
  /** 0 = off */
  topK: number;
  /** 1 = off */
  topP: number;
  /** 0 = off */
  minP: number;
}

/** Settings that leave the model's own distribution as it is. */
export const neutral: Settings = {
  temperature: 1,
  topK: 0,
  topP: 1,
  minP: 0,
  repetition: 1,
  presence: 0,
  frequency: 0,
};

export type FilterName = "top-k" | "top-p" | "min-p";

export interface Distribution {
  /** After penalties. `[V]` Ranks come from here: a tiny temperature makes unequal logits equal zeros. */
  logits: number[];
  /** Token ids by that logit, best first. `[V]` */
  order: readonly number[];
  /** After penalties and temperature, before any filter. `[V]` */
  before: number[];
  /** What the sampler draws from. `[V]` */
  after: readonly number[];
  /** For each token that a filter removed, the first filter that did. `[V]` */
  removedBy: (FilterName | undefined)[];
}

/**
 * Runs the whole pipeline on one position's logits. `seen` are the tokens of prompt and text so far. `known` is the
 * order that the same logits and penalties had before, so as not to sort again: temperature and filters leave it.
 */
export function distribution(
  logits: readonly number[],
  seen: readonly number[],
  settings: Settings,
  known?: readonly number[],
): Distribution {
  const penalized = penalize(logits, seen, settings);
  const order = known ?? ranking(penalized);
  const before = softmax(penalized, settings.temperature);
  const removedBy = before.map((): FilterName | undefined => undefined);
  let after: readonly number[] = before;
  const filters: [FilterName, (probs: readonly number[]) => readonly number[]][] = [
    ["top-k", (probs) => topK(probs, settings.topK, order)],
    ["top-p", (probs) => topP(probs, settings.topP, order)],
    ["min-p", (probs) => minP(probs, settings.minP)],
  ];
  for (const [name, filter] of filters) {
    const left = filter(after);
    if (left === after) continue;
    for (let id = 0; id < left.length; id++) if (after[id] > 0 && left[id] === 0) removedBy[id] = name;
    after = left;
  }
  return { logits: penalized, order, before, after, removedBy };
}
