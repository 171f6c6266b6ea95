import { temperatures } from "./facts";
import { cut, entropies, leader, loops, odds, outcomes, repeats } from "./measured";
import { entropy, penalize, softmax } from "./sampling";

/**
 * The figures of the prose: `<Value of="…"/>` prints what stands here, so prose and code cannot disagree.
 * `claims.test.ts` proves the sentences around them.
 */

/** Tokens in story-1m's vocabulary. */
export const vocabulary = 2048;
/** The worked example: key, ball, frog. */
export const logits = [2, 1, 0];
/** Two tokens, one four times as likely as the other. */
export const fourToOne = [Math.log(4), 0];
/** Temperatures of the facts that the prose names. */
export const [cool, warm, hot] = [0.6, 1.4, 2];
/** Share of the mass assumed to lie on tokens that would spoil the text, and the text's length. */
export const [spoiled, length] = [0.02, 100];

export const claims: Record<string, () => string | Promise<string>> = {
  vocabulary: () => vocabulary.toLocaleString("en-US"),
  ratioAtHalf: () => number(ratio(softmax(fourToOne, 0.5))),
  ratioAtTwo: () => number(ratio(softmax(fourToOne, 2))),
  uniform: () => percent(softmax(Array(vocabulary).fill(0))[0], 3),
  ...Object.fromEntries(
    [0, 0.5, 1, 2].flatMap((T) =>
      ["key", "ball", "frog"].map((word, i) => [`${word}At${T}`, () => percent(softmax(logits, T)[i], 1)]),
    ),
  ),
  scoresAt10: () => logits.map((logit) => number(logit / 10)).join(", "),
  keyAt10: () => percent(softmax(logits, 10)[0], 1),
  frogAt10: () => percent(softmax(logits, 10)[2], 1),
  maxEntropy: () => entropy(softmax(Array(vocabulary).fill(0))).toFixed(2),
  maxBits: () => number(Math.log2(vocabulary)),
  entropySure: () => entropies.sure.toFixed(2),
  entropyOpen: () => entropies.open.toFixed(2),
  choicesOpen: () => String(Math.round(Math.exp(entropies.open))),
  facts: () => String(odds.length),
  factDraws: () => factsAt(1).draws.toLocaleString("en-US"),
  wrongAt1: () => wrongShare(1),
  wrongAt1From: () => percent(factsAt(1).interval[0], 1),
  wrongAt1To: () => percent(factsAt(1).interval[1], 1),
  cool: () => String(cool),
  warm: () => String(warm),
  hot: () => String(hot),
  wrongCool: () => wrongShare(cool),
  wrongWarm: () => wrongShare(warm),
  wrongHot: () => wrongShare(hot),
  filteredAt1: () => wrongShare(1, true),
  filteredHot: () => wrongShare(hot, true),
  topKOpen: () => percent(cut("open", "top-k").mass, 0),
  topPLeader: () => String(cut("leader", "top-p").kept),
  topPLeaderHot: () => String(cut("leader", "top-p", 2).kept),
  leader: () => leader.trim(),
  minPLeader: () => percent(cut("leader", "min-p").mass, 0),
  minPLeaderHot: () => String(cut("leader", "min-p", 2).kept),
  loopSeeds: () => String(loops.seeds.length),
  theta: () => String(loops.penalties[1]),
  ...Object.fromEntries(
    loops.temperatures.flatMap((T) =>
      loops.penalties.map((penalty) => [
        `${penalty === 1 ? "repeats" : "penalized"}At${T}`,
        () => repeatedShare(T, penalty),
      ]),
    ),
  ),
  spoiledShare: () => percent(spoiled, 0),
  spoiledText: () => percent(1 - (1 - spoiled) ** length, 0),
  gapAt1: () => minPGap(1).toFixed(1),
  gapAt2: () => minPGap(2).toFixed(1),
  presenceFactor: () => presenceFactor().toFixed(1),
};

/** What came of drawing the facts at one of their temperatures. */
export function factsAt(temperature: number, filter = false) {
  return outcomes[filter ? "filtered" : "open"][temperatures.indexOf(temperature)];
}

function wrongShare(temperature: number, filter = false): string {
  const { wrong, draws } = factsAt(temperature, filter);
  return percent(wrong / draws, 1);
}

async function repeatedShare(temperature: number, penalty: number): Promise<string> {
  const { repeated, all } = await repeats(temperature, penalty);
  return `${percent(repeated / all, 0)} of ${all}`;
}

/** How far below the largest logit a token may lie and still pass min-p 0.1. */
export function minPGap(temperature: number): number {
  return temperature * Math.log(1 / 0.1);
}

/** What a presence penalty of 1 divides a token's odds by. */
export function presenceFactor(): number {
  const penalized = penalize(logits, [0], { repetition: 1, presence: 1, frequency: 0 });
  return ratio(softmax(logits)) / ratio(softmax(penalized));
}

function ratio(probs: number[]): number {
  return probs[0] / probs[1];
}

function number(value: number): string {
  return String(Math.round(value * 1e9) / 1e9);
}

function percent(share: number, digits: number): string {
  return `${(100 * share).toFixed(digits)}%`;
}
