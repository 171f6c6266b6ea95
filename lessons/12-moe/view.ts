/** What the instruments show, read from a model: at build time and in the page by the same functions. */
import { tokensWithin } from "@/lib/model/context";
import { generate } from "@/lib/model/generate";
import type { Experts } from "@/lib/model/protocol";
import { sample } from "@/lib/model/sampling";
import type { ServedModel } from "@/lib/notebook/model-services";
import { type Kind, kindNames } from "./kinds";
import { writeLimit } from "./presets";
import { loads } from "./routing";

export type Signal = AbortSignal | undefined;
/** `[layer, expert]`. */
export type Address = readonly [layer: number, expert: number];

export interface RoutesView {
  text: string;
  /** Start token first. `[T]` */
  pieces: { id: number; text: string }[];
  /** How probable the routers find every expert, `[L][T][E]`. */
  router: number[][][];
  /** What weighs each expert's output, 0 where it did not run, `[L][T][E]`. */
  gates: number[][][];
  milliseconds: number;
}

/** Which experts a text's tokens are sent to. Throws a TooLong where the text does not fit. */
export async function readRoutes(signal: Signal, model: ServedModel, text: string): Promise<RoutesView> {
  const start = performance.now();
  const tokens = [0, ...tokensWithin(model.tokenizer, text, model.contextLength - 1)];
  const { router, gates } = await model.trace(signal, tokens, { router: true });
  const { n_layer, n_expert = 0 } = model.config;
  const nest = (values: Float32Array) =>
    range(n_layer).map((layer) =>
      tokens.map((_, t) => {
        const from = (layer * tokens.length + t) * n_expert;
        return Array.from(values.subarray(from, from + n_expert), (value) => Math.round(value * 1e4) / 1e4);
      }),
    );
  return {
    text,
    pieces: tokens.map((id) => ({ id, text: model.tokenizer.text(id) })),
    router: nest(router!),
    gates: nest(gates!),
    milliseconds: performance.now() - start,
  };
}

/** Each expert's share of the choices of a text, by layer: `[L][E]`. */
export const loadsOf = ({ gates }: Pick<RoutesView, "gates">) => gates.map(loads);

/** The experts that run for a token in a layer, largest weight first. */
export function chosenBy({ gates }: Pick<RoutesView, "gates">, layer: number, t: number) {
  return gates[layer][t]
    .map((weight, expert) => ({ expert, weight }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
}

export interface Loss {
  /** Nats, over all tokens. */
  sum: number;
  tokens: number;
}

/** How badly a text's tokens were expected. */
export async function lossOn(
  signal: Signal,
  model: ServedModel,
  text: string,
  experts?: Experts,
): Promise<Loss> {
  const tokens = [0, ...model.tokenizer.encode(text)].slice(0, model.contextLength);
  const { logits } = await model.trace(signal, tokens, experts && { experts });
  const V = model.config.n_vocab;
  const losses = tokens.slice(1).map((next, t) => {
    const row = logits.subarray(t * V, (t + 1) * V); // [V]
    const most = row.reduce((a, b) => Math.max(a, b));
    return Math.log(row.reduce((sum, logit) => sum + Math.exp(logit - most), 0)) + most - row[next];
  });
  return { sum: losses.reduce((a, b) => a + b, 0), tokens: losses.length };
}

/** Nats a token, by kind of text. */
export type Losses = Record<Kind, number>;
export type Texts = Record<Kind, readonly string[]>;

export async function lossesOn(
  signal: Signal,
  model: ServedModel,
  texts: Texts,
  experts?: Experts,
): Promise<Losses> {
  const entries: [Kind, number][] = [];
  for (const kind of kindNames) {
    const found: Loss[] = [];
    for (const text of texts[kind]) found.push(await lossOn(signal, model, text, experts));
    entries.push([kind, total(found, "sum") / total(found, "tokens")]);
  }
  return Object.fromEntries(entries) as Losses;
}

/** Mean over the kinds, each as heavy as the others. */
export const meanLoss = (losses: Losses) =>
  kindNames.reduce((sum, kind) => sum + losses[kind], 0) / kindNames.length;

export interface SwitchesView {
  perToken: number;
  off: readonly Address[];
  prompt: string;
  /** As trained, and with the reader's choice of experts. */
  written: { before: string; after: string };
  losses: { before: Losses; after: Losses };
  milliseconds: number;
}

/** What a choice of experts does to the losses, and to a text written with the likeliest token each time. */
export async function readSwitches(
  signal: Signal,
  model: ServedModel,
  order: Pick<SwitchesView, "perToken" | "off" | "prompt">,
  texts: Texts,
): Promise<SwitchesView> {
  const start = performance.now();
  const experts = { perToken: order.perToken, off: order.off };
  return {
    ...order,
    written: {
      before: await write(signal, model, order.prompt),
      after: await write(signal, model, order.prompt, experts),
    },
    losses: {
      before: await lossesAsTrained(signal, model, texts),
      after: await lossesOn(signal, model, texts, experts),
    },
    milliseconds: performance.now() - start,
  };
}

const known = new WeakMap<ServedModel, { texts: Texts; losses: Losses }>();

/** Read once a model: nothing that the reader does changes them. */
async function lossesAsTrained(signal: Signal, model: ServedModel, texts: Texts): Promise<Losses> {
  const found = known.get(model);
  if (found?.texts === texts) return found.losses;
  const losses = await lossesOn(signal, model, texts);
  known.set(model, { texts, losses });
  return losses;
}

async function write(signal: Signal, model: ServedModel, prompt: string, experts?: Experts): Promise<string> {
  const tokens = [0, ...tokensWithin(model.tokenizer, prompt, model.contextLength - 1 - writeLimit)];
  const choose = (logits: Float32Array) => ({ ...sample(logits, { temperature: 0 }, 0), extra: undefined });
  const written: number[] = [];
  const going = signal ?? new AbortController().signal;
  for await (const { token } of generate(going, model, tokens, writeLimit, choose, experts)) {
    signal?.throwIfAborted();
    written.push(token);
  }
  return model.tokenizer.decode(written);
}

function total(found: readonly Loss[], what: keyof Loss): number {
  return found.reduce((sum, one) => sum + one[what], 0);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}
