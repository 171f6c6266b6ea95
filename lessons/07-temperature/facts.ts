/**
 * What temperature does to known facts: how often a sampler answers them wrong, drawn many times and computed exactly.
 *
 * All facts are of story-1m's world (`training/story_1m/corpus/facts.py`). Their answer is one token, so the first
 * token drawn decides, and it is the model's likeliest: at temperature 0 all come out right.
 */
import type { ServedModel } from "@/lib/notebook/model-services";
import { ranking, softmax, topP } from "./sampling";

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
