import { causalMask } from "./attention";
import { gatesWithout } from "./damage";
import { softmax } from "./matrix";
import { config, damage, elsewhere, evenStart, heads, meanShares, measures, spreads } from "./measured";
import { opening } from "./presets";
import { uniform } from "./random";
import { experiment } from "./scale";

/**
 * The figures of the prose: `<Value of="…"/>` prints what stands here, so prose and code cannot disagree.
 * `claims.test.ts` proves the sentences around them.
 */

const [layer, head] = opening.heads.head;
const at = (d_k: number) => experiment(d_k, uniform(opening.scale.seed));
const wide = at(512);
const here = at(heads.d_k);

/** Scores of one query whose own key and one later key it likes equally. */
export const peek = [2, 0, 2];

export const claims: Record<string, () => string> = {
  heads: () => String(gatesWithout([], config.n_layer, config.n_head).flat().length),
  width: () => String(config.d_model),
  d_k: () => String(heads.d_k),
  scores: () => (config.n_ctx ** 2).toLocaleString("en-US"),
  context: () => String(config.n_ctx),
  attnWeights: () => (config.d_model * 3 * config.d_model + config.d_model ** 2).toLocaleString("en-US"),
  startShare: () => percent(measures[1][1].shares.first),
  afterCopy: () => percent(measures[layer][head].shares.after),
  meanStart: () => percent(meanShares.first),
  evenStart: () => percent(evenStart),
  meanItself: () => percent(meanShares.itself),
  meanPrevious: () => percent(meanShares.previous),
  gap: () => (heads.gap! < 1e-6 ? "a millionth" : heads.gap!.toExponential(0)),
  keysPlain: () => wide.plain.keys.toFixed(1),
  keysScaled: () => wide.scaled.keys.toFixed(1),
  gradientPlain: () => percent(wide.plain.typicalGradient, 2),
  gradientHere: () => percent(here.plain.typicalGradient),
  lowVariance: () => smallest("dots").toFixed(0),
  highVariance: () => largest("dots").toFixed(0),
  lowMean: () => `−${Math.abs(smallest("mean")).toFixed(0)}`,
  highMean: () => `−${Math.abs(largest("mean")).toFixed(0)}`,
  lowComponents: () => Math.min(smallest("q"), smallest("k")).toFixed(1),
  highComponents: () => Math.max(largest("q"), largest("k")).toFixed(1),
  lateMask: () => list(softmax(peek).map((weight, s) => (s < 2 ? weight : 0))),
  earlyMask: () => list(softmax(causalMask([[], peek])[1])),
  topBefore: () => percent(damage.rows[0].before),
  topAfter: () => percent(damage.rows[0].after),
  elsewhereBefore: () => elsewhere.loss.before.toFixed(2),
  elsewhereAfter: () => elsewhere.loss.after.toFixed(2),
  topToken: () => damage.rows[0].text.trim(),
};

function smallest(key: keyof (typeof spreads)[number]): number {
  return Math.min(...spreads.map((spread) => spread[key]));
}

function largest(key: keyof (typeof spreads)[number]): number {
  return Math.max(...spreads.map((spread) => spread[key]));
}

function percent(share: number, digits = 0): string {
  return `${(100 * share).toFixed(digits)}%`;
}

function list(values: number[]): string {
  return values.map((value) => value.toFixed(2)).join(", ");
}
