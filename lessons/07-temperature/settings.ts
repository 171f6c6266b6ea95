import { minP, type Penalties, penalize, softmax, topK, topP } from "./sampling";

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
  /** After penalties and temperature, before any filter. `[V]` */
  before: number[];
  /** What the sampler draws from. `[V]` */
  after: number[];
  /** For each token that a filter removed, the first filter that did. */
  removedBy: Map<number, FilterName>;
}

/** Runs the whole pipeline on one position's logits. `seen` are the tokens of prompt and text so far. */
export function distribution(
  logits: readonly number[],
  seen: readonly number[],
  settings: Settings,
): Distribution {
  const penalized = penalize(logits, seen, settings);
  const before = softmax(penalized, settings.temperature);
  const removedBy = new Map<number, FilterName>();
  let after = before;
  const filters: [FilterName, (probs: number[]) => number[]][] = [
    ["top-k", (probs) => topK(probs, settings.topK)],
    ["top-p", (probs) => topP(probs, settings.topP)],
    ["min-p", (probs) => minP(probs, settings.minP)],
  ];
  for (const [name, filter] of filters) {
    const left = filter(after);
    for (let id = 0; id < left.length; id++) if (after[id] > 0 && left[id] === 0) removedBy.set(id, name);
    after = left;
  }
  return { logits: penalized, before, after, removedBy };
}
