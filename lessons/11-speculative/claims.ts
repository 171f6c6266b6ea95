import { kindNames, kinds } from "./kinds";
import {
  acceptance,
  acceptanceOf,
  clock,
  cost,
  firstTally,
  parameters,
  ranking,
  shared,
  speed,
  vocabulary,
} from "./measured";
import { opening } from "./presets";
import { residual } from "./speculative";
import { acceptanceFor, bestGamma, expectedTokens, speedUp } from "./speed";

/**
 * The figures of the prose: `<Value of="…"/>` prints what stands here, so prose and code cannot disagree.
 * `claims.test.ts` proves the sentences around them.
 */

/** The worked example: three words, as target and draft see them. */
export const example = {
  words: ["key", "ball", "frog"],
  p: [0.5, 0.3, 0.2],
  q: [0.2, 0.5, 0.3],
};
const keep = example.p.map((prob, x) => Math.min(1, prob / example.q[x]));
const through = example.q.map((prob, x) => prob * keep[x]);
const rejected = 1 - through.reduce((a, b) => a + b, 0);
const instead = residual(example.p, example.q);

/** The note's assistant. */
export const assistant = { c: 1 / 3, low: 0.7, middle: 0.75, high: 0.8, promised: 2 };
const atBest = (alpha: number, c: number) => speedUp(alpha, bestGamma(alpha, c), c);
const { gamma } = opening.rounds;

export const claims: Record<string, () => string> = {
  targetParameters: () => parameters.target.toLocaleString("en-US"),
  draftParameters: () => parameters.draft.toLocaleString("en-US"),
  vocabulary: () => vocabulary.toLocaleString("en-US"),
  costByArithmetic: () => cost.arithmetic.toFixed(2),
  costByClock: () => cost.clock.toFixed(2),
  gamma: () => String(gamma),
  firstRounds: () => String(firstTally.rounds),
  firstTokens: () => String(firstTally.tokens),
  firstRate: () => percent(firstTally.rate),
  ...Object.fromEntries(
    example.words.flatMap((word, x) => [
      [`${word}P`, () => percent(example.p[x])],
      [`${word}Q`, () => percent(example.q[x])],
      [`${word}Keep`, () => percent(keep[x])],
      [`${word}Through`, () => percent(through[x])],
      [`${word}Missing`, () => percent(Math.max(0, example.p[x] - example.q[x]))],
      [`${word}Out`, () => percent(through[x] + rejected * instead[x])],
    ]),
  ),
  exampleRejected: () => percent(rejected),
  wrongKey: () => percent(through[0] + rejected * example.p[0]),
  shared: () => percent(shared),
  fourAtEighty: () => expectedTokens(0.8, 4).toFixed(2),
  endlessAtEighty: () => (1 / (1 - 0.8)).toFixed(0),
  noteMiddle: () => atBest(assistant.middle, assistant.c).toFixed(2),
  noteMiddleGamma: () => String(bestGamma(assistant.middle, assistant.c)),
  noteLow: () => atBest(assistant.low, assistant.c).toFixed(2),
  noteLowGamma: () => String(bestGamma(assistant.low, assistant.c)),
  noteHigh: () => atBest(assistant.high, assistant.c).toFixed(2),
  noteHighGamma: () => String(bestGamma(assistant.high, assistant.c)),
  noteNeeds: () => percent(acceptanceFor(assistant.promised, assistant.c)!),
  sixthAtFour: () => speedUp(0.8, 4, 1 / 6).toFixed(2),
  runs: () => acceptance.runs.length.toString(),
  ...Object.fromEntries(
    kindNames.flatMap((kind) => [
      [`${kind}Greedy`, () => percent(acceptanceOf(kind, 0).rate)],
      [`${kind}Sampled`, () => percent(acceptanceOf(kind, 1).rate)],
      [`${kind}PerRound`, () => acceptanceOf(kind, 1).perRound.toFixed(2)],
      [`${kind}Formula`, () => expectedTokens(acceptanceOf(kind, 1).rate, acceptance.gamma).toFixed(2)],
    ]),
  ),
  easiest: () => kinds[ranking[0]].name,
  hardest: () => kinds[ranking[ranking.length - 1]].name,
  easiestRate: () => percent(acceptanceOf(ranking[0], 1).rate),
  hardestRate: () => percent(acceptanceOf(ranking[ranking.length - 1], 1).rate),
  allGreedy: () => percent(acceptanceOf(undefined, 0).rate),
  allSampled: () => percent(acceptanceOf(undefined, 1).rate),
  machine: () => speed.machine,
  targetTime: () => `${speed.target} ms`,
  draftTime: () => `${speed.draft} ms`,
  checkCost: () => clock.check.toFixed(2),
  plainTime: () => `${clock.plain} ms`,
  roundsTime: () => `${clock.rounds} ms`,
  clockSpeedUp: () => clock.speedUp.toFixed(2),
  formulaSpeedUp: () => clock.formula.toFixed(2),
  idealSpeedUp: () => clock.ideal.toFixed(2),
  adjustedSpeedUp: () => clock.adjusted.toFixed(2),
};

function percent(share: number): string {
  return `${(100 * share).toFixed(0)}%`;
}
