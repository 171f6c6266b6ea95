/**
 * What temperature does to known facts: how often a sampler answers them wrong, drawn many times and computed exactly.
 *
 * All facts are of story-1m's world (`training/story_1m/corpus/facts.py`). Their answer is one token, so the first
 * token drawn decides, and it is the model's likeliest: at temperature 0 all come out right.
 */
import type { ServedModel } from "@/lib/notebook/model-services";
import { pick, ranking, softmax, topP, uniform } from "./sampling";

/** What the model is asked, and the token that answers it. */
export const facts: readonly (readonly [prompt: string, answer: string])[] = [
  ["A baby dog is called a", " puppy"],
  ["A baby cat is called a", " kitten"],
  ["A baby sheep is called a", " lamb"],
  ["The color of grass is", " green"],
  ["The color of snow is", " white"],
  ["The color of carrots is", " orange"],
  ["A spider has", " eight"],
  ["A dog has", " four"],
  ["A bird has", " two"],
  ["The opposite of hot is", " cold"],
  ["The opposite of big is", " small"],
  ["The opposite of day is", " night"],
  ["The opposite of happy is", " sad"],
  ["The day after Monday is", " Tuesday"],
  ["The day after Friday is", " Saturday"],
  ["We make paper from", " wood"],
  ["We make cheese from", " milk"],
  ["We use a bed to", " sleep"],
  ["We use our eyes to", " see"],
  ["We use our nose to", " smell"],
  ["A week has seven", " days"],
  ["The season after winter is", " spring"],
  ["Fish live in", " water"],
  ["3 + 4 =", " 7"],
];

/** 0, 0.2, …, 2 */
export const temperatures = Array.from({ length: 11 }, (_, i) => i / 5);

/** Threshold of the filter, where one is on. */
export const nucleus = 0.9;

/** Tokens of a fact that are kept apart: the answer, and the likeliest of the others. */
const kept = 4;

/** As much of one fact's distribution as the experiment needs, small enough to be written into a page. */
export interface FactOdds {
  prompt: string;
  /** The answer, then the likeliest other tokens. `[n]` */
  texts: string[];
  /** Their probabilities at each of `temperatures`; what is missing to 1 is on all other tokens. `[temperatures][n]` */
  open: number[][];
  /** The same after top-p. */
  filtered: number[][];
}

export function toOdds(
  prompt: string,
  logits: readonly number[],
  answer: number,
  nameOf: (token: number) => string,
): FactOdds {
  const others = ranking(logits)
    .slice(0, kept)
    .filter((token) => token !== answer);
  const ids = [answer, ...others.slice(0, kept - 1)];
  const all = temperatures.map((temperature) => softmax(logits, temperature));
  const round = (prob: number) => Math.round(prob * 1e5) / 1e5;
  return {
    prompt,
    texts: ids.map(nameOf),
    open: all.map((probs) => ids.map((id) => round(probs[id]))),
    filtered: all.map((probs) => topP(probs, nucleus)).map((probs) => ids.map((id) => round(probs[id]))),
  };
}

/** Asks a model all facts, one forward pass each. */
export async function readFacts(
  signal: AbortSignal | undefined,
  model: Pick<ServedModel, "config" | "tokenizer" | "trace">,
): Promise<FactOdds[]> {
  const read: FactOdds[] = [];
  for (const [prompt, answer] of facts) {
    const tokens = [0, ...model.tokenizer.encode(prompt)];
    const { logits } = await model.trace(signal, tokens);
    const last = Array.from(logits.subarray((tokens.length - 1) * model.config.n_vocab));
    read.push(
      toOdds(prompt, last, model.tokenizer.encode(answer)[0], (token) => model.tokenizer.text(token)),
    );
  }
  return read;
}

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
