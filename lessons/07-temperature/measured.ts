/** What the shipped model does, measured when the page is built: the figures that prose and tests speak of. */
import { predictAtBuild } from "@/lib/content/prediction";
import { servedAtBuild } from "@/lib/content/services";
import { generate } from "@/lib/model/generate";
import { draw } from "./draw";
import { experiment } from "./experiment";
import { readFacts } from "./facts";
import { openingFacts } from "./presets";
import { countRepeats } from "./repetition";
import { entropy, minP, ranking, softmax, topK, topP, uniform } from "./sampling";
import { neutral } from "./settings";

export const model = "story-1m";
const served = await servedAtBuild(model);

/** The prompts of the cells: one that leaves no doubt, one with a leader, one with many ways to go on. */
export const prompts = {
  sure: "Once upon a",
  leader: "Her name was",
  open: "Lily opened the box and found a",
};

const logitsOf = async (prompt: string) => (await predictAtBuild(model, prompt)).logits;
export const logits = {
  sure: await logitsOf(prompts.sure),
  leader: await logitsOf(prompts.leader),
  open: await logitsOf(prompts.open),
};

/** Nats after each prompt at temperature 1. */
export const entropies = {
  sure: entropy(softmax(logits.sure)),
  leader: entropy(softmax(logits.leader)),
  open: entropy(softmax(logits.open)),
};

/** The token that leads after the prompt of that name. */
export const leader = served.tokenizer.text(ranking(logits.leader)[0]);

const filters = {
  "top-k": (probs: number[]) => topK(probs, 10),
  "top-p": (probs: number[]) => topP(probs, 0.9),
  "min-p": (probs: number[]) => minP(probs, 0.1),
};

/** Tokens that a filter keeps at a temperature, and their share of the mass. */
export function cut(prompt: keyof typeof prompts, filter: keyof typeof filters, temperature = 1) {
  const probs = softmax(logits[prompt], temperature);
  const ids = filters[filter](probs).flatMap((prob, id) => (prob > 0 ? [id] : []));
  return { kept: ids.length, mass: ids.reduce((sum, id) => sum + probs[id], 0) };
}

/** The facts, drawn as the instrument opens, without a filter and with top-p. */
export const odds = await readFacts(undefined, served);
const drawn = (filter: boolean) => experiment(odds, filter, openingFacts.draws, openingFacts.seed);
export const outcomes = { open: drawn(false), filtered: drawn(true) };

/** The experiment on repetition: also what cells/loops.ts does, with the first of these seeds. */
export const loops = {
  prompt: "The capital of France is",
  temperatures: [0.1, 0.7, 1],
  penalties: [1, 1.2],
  seeds: [1, 2, 3, 4, 5],
  limit: 40,
};

async function write(temperature: number, repetition: number, seed: number): Promise<number[]> {
  const tokens = [0, ...served.tokenizer.encode(loops.prompt)];
  const next = uniform(seed);
  const settings = { ...neutral, temperature, repetition };
  const signal = new AbortController().signal;
  const stream = generate(signal, served, tokens, loops.limit, (last, soFar) =>
    draw(Array.from(last), soFar, settings, next()),
  );
  const written = tokens.slice(1);
  for await (const { token } of stream) written.push(token);
  return written;
}

const counted = new Map<string, Promise<{ repeated: number; all: number }>>();

/**
 * Repeated runs of four tokens, over all seeds. Hundreds of tokens are written for it, so it is done when first
 * asked for, once: most of what imports this file never asks.
 */
export function repeats(temperature: number, penalty: number) {
  const key = `${temperature} ${penalty}`;
  const found = counted.get(key) ?? countAll(temperature, penalty);
  counted.set(key, found);
  return found;
}

async function countAll(temperature: number, penalty: number) {
  const start = served.tokenizer.encode(loops.prompt).length;
  const total = { repeated: 0, all: 0 };
  for (const seed of loops.seeds) {
    const { repeated, all } = countRepeats(await write(temperature, penalty, seed), start);
    total.repeated += repeated;
    total.all += all;
  }
  return total;
}
