/** What the instruments show, read from a model: at build time and in the page by the same functions. */
import { generate } from "@/lib/model/generate";
import type { Adapter, AdapterUse } from "@/lib/model/lora";
import { sample } from "@/lib/model/sampling";
import type { ServedModel } from "@/lib/notebook/model-services";
import { limits, type Shipped, shipped } from "./presets";

/** Mean cross-entropy of a text's tokens after the first, in nats. logits: `[T, V]`, row-major. */
export function lossOf(logits: ArrayLike<number>, tokens: readonly number[], V: number): number {
  let sum = 0;
  for (let t = 0; t + 1 < tokens.length; t++) {
    let largest = -Infinity;
    for (let i = t * V; i < (t + 1) * V; i++) largest = Math.max(largest, logits[i]);
    let total = 0;
    for (let i = t * V; i < (t + 1) * V; i++) total += Math.exp(logits[i] - largest);
    sum += Math.log(total) + largest - logits[t * V + tokens[t + 1]];
  }
  return sum / Math.max(1, tokens.length - 1);
}

/** Loss of the beginning of a text; nothing where there is none. */
export async function textLoss(
  signal: AbortSignal | undefined,
  model: ServedModel,
  text: string,
): Promise<number | undefined> {
  const tokens = [0, ...model.tokenizer.encode(text)].slice(0, limits.measure);
  if (tokens.length < 2) return undefined;
  const { logits } = await model.trace(signal, tokens);
  return lossOf(logits, tokens, model.config.n_vocab);
}

/** Writes on, always with the likeliest token, so that only the weights make the difference. */
export async function write(
  signal: AbortSignal,
  model: ServedModel,
  prompt: string,
  limit = limits.written,
): Promise<string> {
  const tokens = [0, ...model.tokenizer.encode(prompt)].slice(-(model.contextLength - limit));
  if (tokens[0] !== 0) tokens[0] = 0;
  const choose = (logits: Float32Array) => ({
    token: sample(logits, { temperature: 0 }, 0).token,
    extra: undefined,
  });
  const written: number[] = [];
  for await (const { token } of generate(signal, model, tokens, limit, choose)) {
    signal.throwIfAborted();
    written.push(token);
  }
  return model.tokenizer.decode(written);
}

/** Two strings or numbers: without adapters, and with. */
export interface Pair<T> {
  before: T;
  after: T;
}

export interface Effect {
  written: Pair<string>;
  /** Of the text learned from, and of a text of the base's own kind. */
  own: Pair<number | undefined>;
  kept: Pair<number | undefined>;
  /** Largest difference of any logit: adapter merged into the weights, or left beside them. */
  gap: number;
  /** Numbers compared for it. */
  logits: number;
  milliseconds: number;
}

/** What an adapter at one strength does to a model. */
export async function readEffect(
  signal: AbortSignal,
  model: ServedModel,
  { adapter, strength, prompt, own, kept }: AdapterUse & { prompt: string; own: string; kept: string },
): Promise<Effect> {
  const start = performance.now();
  const uses = [{ adapter, strength }];
  const merged = await model.adapt(signal, uses);
  const tokens = [0, ...model.tokenizer.encode(prompt)].slice(-64);
  const [one, other] = [
    await merged.trace(signal, tokens),
    await (await model.adapt(signal, uses, { beside: true })).trace(signal, tokens),
  ];
  return {
    written: { before: await write(signal, model, prompt), after: await write(signal, merged, prompt) },
    own: { before: await textLoss(signal, model, own), after: await textLoss(signal, merged, own) },
    kept: { before: await textLoss(signal, model, kept), after: await textLoss(signal, merged, kept) },
    gap: one.logits.reduce((gap, x, i) => Math.max(gap, Math.abs(x - other.logits[i])), 0),
    logits: one.logits.length,
    milliseconds: performance.now() - start,
  };
}

export type Strengths = Record<Shipped, number>;

/** One text of each kind, by the adapter that was trained on its kind, and a story for the base. */
export type Probes = Record<Shipped | "story", string>;

export interface MixView {
  strengths: Strengths;
  prompt: string;
  written: Pair<string>;
  losses: (Pair<number> & { kind: keyof Probes })[];
  milliseconds: number;
}

/** What a mixture of shipped adapters writes, and how well it expects a text of each kind. */
export async function readMix(
  signal: AbortSignal,
  model: ServedModel,
  strengths: Strengths,
  prompt: string,
  probes: Probes,
): Promise<MixView> {
  const start = performance.now();
  const wanted = shipped.filter((name) => strengths[name] !== 0);
  const uses = await Promise.all(
    wanted.map(async (name) => ({
      adapter: await model.adapter(signal, name),
      strength: strengths[name],
    })),
  );
  const mixed = uses.length > 0 ? await model.adapt(signal, uses) : model;
  const losses: MixView["losses"] = [];
  for (const kind of ["story", ...shipped] as const) {
    const before = (await textLoss(signal, model, probes[kind]))!;
    losses.push({ kind, before, after: (await textLoss(signal, mixed, probes[kind]))! });
  }
  return {
    strengths,
    prompt,
    written: { before: await write(signal, model, prompt), after: await write(signal, mixed, prompt) },
    losses,
    milliseconds: performance.now() - start,
  };
}

/** How large an adapter is on disk, in bytes of float32. */
export function bytesOf({ tensors }: Pick<Adapter, "tensors">): number {
  return Object.values(tensors).reduce((sum, { data }) => sum + 4 * data.length, 0);
}
