/** Known facts, sampled many times: how often they come out wrong, and how sure that figure is. */
import { type FactOdds, temperatures } from "./facts";
import { pick, uniform } from "./sampling";

/** What came of drawing at one temperature. */
export interface Outcome {
  temperature: number;
  /** Draws of all facts together, and those that gave another token than the answer. */
  draws: number;
  wrong: number;
  /** 95% interval of the share of wrong draws. */
  interval: readonly [from: number, to: number];
  /** The share that infinitely many draws would tend to: 1 - p(answer), averaged over the facts. */
  expected: number;
  /** How often each of a fact's tokens was drawn, all others last. `[facts][n + 1]` */
  tally: number[][];
}

/** Draws every fact `draws` times at every temperature, all from one seed. */
export function experiment(
  odds: readonly FactOdds[],
  filter: boolean,
  draws: number,
  seed: number,
): Outcome[] {
  const next = uniform(seed);
  return temperatures.map((temperature, t) => {
    const shares = odds.map(({ open, filtered }) => withRest((filter ? filtered : open)[t]));
    const tally = shares.map((probs) => {
      const counts = probs.map(() => 0);
      for (let draw = 0; draw < draws; draw++) counts[pick(probs, next())]++;
      return counts;
    });
    const all = draws * odds.length;
    const wrong = all - sum(tally.map(([right]) => right));
    const expected = 1 - sum(shares.map(([right]) => right)) / odds.length;
    return { temperature, draws: all, wrong, interval: wilson(wrong, all), expected, tally };
  });
}

function withRest(probs: readonly number[]): number[] {
  return [...probs, Math.max(0, 1 - sum(probs))];
}

/** One fact's draws at one temperature. */
export interface FactRow {
  prompt: string;
  answer: string;
  draws: number;
  wrong: number;
  /** The two wrong tokens drawn most often, of those that are kept apart. */
  instead: { text: string; count: number }[];
  /** Wrong draws of any other token. */
  others: number;
}

/** The facts, those most often wrong first. */
export function toFactRows(odds: readonly FactOdds[], { tally }: Outcome): FactRow[] {
  const rows = odds.map(({ prompt, texts }, i): FactRow => {
    const draws = sum(tally[i]);
    const wrong = draws - tally[i][0];
    const named = texts.map((text, token) => ({ text, count: tally[i][token] })).slice(1);
    const drawn = named.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
    const instead = drawn.slice(0, 2);
    const others = wrong - sum(instead.map(({ count }) => count));
    return { prompt, answer: texts[0], draws, wrong, instead, others };
  });
  return rows.sort((a, b) => b.wrong - a.wrong);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * Interval that holds the true share in about 95 of 100 experiments (Wilson 1927); unlike ±1.96 standard errors it
 * stays within 0 and 1, and is no point where nothing was hit. Facts of unequal difficulty, each drawn equally often,
 * scatter a little less than it allows for.
 */
export function wilson(hits: number, n: number, z = 1.96): readonly [from: number, to: number] {
  const share = hits / n;
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const end = (bound: number) => Math.min(1, Math.max(0, bound / (1 + (z * z) / n)));
  return [end(middle - half), end(middle + half)];
}
