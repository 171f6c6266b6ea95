import { tokensWithin } from "../model/context";
import type { TextModel } from "../model/generate";
import type { Tokenizer } from "../model/language-model";
import type { Adapter, AdapterUse } from "../model/lora";
import type { Manifest } from "../model/manifest";
import { type Nested, toNested } from "../model/nested";
import type { Trace, TraceRequest } from "../model/protocol";
import type { StandIn } from "../model/stand-in";
import { parseModelName } from "./model-name";
import type { CellServices, NamedTensor } from "./services";
import { Writings } from "./writings";

/** What a model has to be able to do for cells: a `LanguageModel` of the page, or the build's own copy. */
export interface ServedModel extends TextModel {
  readonly config: Manifest["config"];
  readonly tokenizer: Tokenizer;
  /** Shape of every tensor by its name. */
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  trace(
    signal: AbortSignal | undefined,
    tokens: readonly number[],
    want?: TraceRequest,
  ): Promise<Omit<Trace, "milliseconds" | "tokens">>;
  /** Where a cell's own forward pass takes the place of the shipped one; the build has no demos to ask it. */
  readonly standIn?: StandIn;
  /** One tensor, row-major, float32. */
  weights(signal: AbortSignal | undefined, name: string): Promise<Float32Array>;
  /** One of the adapters in the model's folder. */
  adapter(signal: AbortSignal | undefined, name: string): Promise<Adapter>;
  /** The same model with adapters merged into its weights, or left beside them. */
  adapt(
    signal: AbortSignal | undefined,
    uses: readonly AdapterUse[],
    how?: { beside?: boolean },
  ): Promise<ServedModel>;
}

/** Bounds of what crosses into a cell at once. */
export const cellLimits = {
  /** Longest text for `allLogits` and `trace`, in tokens, start token not counted. */
  tokens: 64,
  /** Largest tensor for `weights`, in numbers; an attention or MLP matrix of story-1m fits. */
  weights: 70_000,
  /** Largest model for `allWeights`, in numbers. */
  allWeights: 16_000_000,
};

/** Answers a cell's questions with the models that `open` gives, and with the code of the arrays. */
export function modelServices(
  openShipped: (signal: AbortSignal, name: string) => Promise<ServedModel>,
  loadArrays: CellServices["arrays"],
): CellServices {
  /** A shipped model, with the adapters that its name asks for. */
  const open = async (signal: AbortSignal, name: string) => {
    const { base, uses } = parseModelName(name);
    const model = await openShipped(signal, base);
    if (uses.length === 0) return model;
    const found = uses.map(async (use) => ({ ...use, adapter: await model.adapter(signal, use.name) }));
    return model.adapt(signal, await Promise.all(found));
  };
  const writings = new Writings();
  const logits = async (signal: AbortSignal, name: string, text: string) => {
    const model = await open(signal, name);
    const tokens = [0, ...tokensWithin(model.tokenizer, text, model.config.n_ctx - 1)];
    const { n_vocab } = model.config;
    const { logits } = await model.trace(signal, tokens);
    return logits.slice((tokens.length - 1) * n_vocab);
  };
  const trace = async (
    signal: AbortSignal,
    method: string,
    { model: name, text, ...want }: { model: string; text: string } & TraceRequest,
  ) => {
    const model = await open(signal, name);
    const rest = model.tokenizer.encode(text);
    if (rest.length > cellLimits.tokens)
      throw new RangeError(
        `${method} reads at most ${cellLimits.tokens} tokens at once; this text has ${rest.length}.`,
      );
    const tokens = [0, ...rest];
    const { logits, attention, residual, lens, router, gates } = await model.trace(signal, tokens, want);
    const [T, { n_layer, n_head, d_model, n_vocab, n_expert = 0 }] = [tokens.length, model.config];
    return {
      tokens,
      logits: toNested(logits, [T, n_vocab]),
      attention: attention && toNested(attention, [n_layer, n_head, T, T]),
      residual: residual && toNested(residual, [n_layer + 1, T, d_model]),
      lens: lens && toNested(lens, [n_layer + 1, n_vocab]),
      router: router && toNested(router, [n_layer, T, n_expert]),
      gates: gates && toNested(gates, [n_layer, T, n_expert]),
    };
  };
  return {
    async model(signal, { model }) {
      const { config } = await open(signal, model);
      return { vocabularySize: config.n_vocab, config };
    },
    async tokenize(signal, { model, text }) {
      return (await open(signal, model)).tokenizer.encode(text);
    },
    async tokenTexts(signal, { model, tokens }) {
      const { tokenizer } = await open(signal, model);
      return tokens.map((token) => tokenizer.text(token));
    },
    logits: (signal, { model, text }) => logits(signal, model, text),
    async allLogits(signal, args) {
      return (await trace(signal, "allLogits", args)).logits as number[][];
    },
    trace: (signal, args) => trace(signal, "trace", args),
    weights: async (signal, { model, name }) => weights(await open(signal, model), signal, name),
    async allWeights(signal, { model }) {
      const { base, adapter } = parseModelName(model);
      if (adapter) return toNamed(await (await openShipped(signal, base)).adapter(signal, adapter));
      return allWeights(await open(signal, model), signal);
    },
    async startText(signal, args) {
      return { writing: writings.start(signal, await open(signal, args.model), args) };
    },
    nextToken: (_signal, { writing }) => writings.next(writing),
    async endText(_signal, { writing }) {
      writings.end(writing);
      return null;
    },
    async nextQuestion(signal, { model }) {
      const { standIn } = await open(signal, model);
      return standIn ? standIn.next(signal) : new Promise(() => {});
    },
    async answerQuestion(signal, { model, question, ...answer }) {
      const { standIn, config } = await open(signal, model);
      standIn?.answer(question, answer, config);
      return null;
    },
    arrays: loadArrays,
  };
}

function toNamed({ tensors }: Adapter): Record<string, NamedTensor> {
  const named = Object.entries(tensors).map(([name, { shape, data }]) => {
    return [name, { shape, numbers: Float32Array.from(data) }] as const; // a copy: an answer's arrays may move
  });
  return Object.fromEntries(named);
}

async function allWeights(model: ServedModel, signal: AbortSignal): Promise<Record<string, NamedTensor>> {
  const sizes = Object.values(model.shapes).map((shape) => shape.reduce((a, b) => a * b, 1));
  const total = sizes.reduce((a, b) => a + b, 0);
  if (total > cellLimits.allWeights)
    throw new RangeError(
      `weights gives models of at most ${cellLimits.allWeights.toLocaleString("en-US")} numbers; ` +
        `this one has ${total.toLocaleString("en-US")}. Ask for single tensors: (await model(name)).weights(…).`,
    );
  const tensors: Record<string, NamedTensor> = {};
  for (const [name, shape] of Object.entries(model.shapes))
    tensors[name] = { shape, numbers: await model.weights(signal, name) };
  return tensors;
}

async function weights(model: ServedModel, signal: AbortSignal, name: string): Promise<Nested> {
  if (!Object.hasOwn(model.shapes, name))
    throw new RangeError(
      `weights: there is no tensor "${name}"; there are ${Object.keys(model.shapes).join(", ")}.`,
    );
  const shape = model.shapes[name];
  const size = shape.reduce((a, b) => a * b, 1);
  if (size > cellLimits.weights)
    throw new RangeError(
      `weights gives at most ${cellLimits.weights.toLocaleString("en-US")} numbers at once; ` +
        `${name} has ${size.toLocaleString("en-US")}.`,
    );
  return toNested(await model.weights(signal, name), shape);
}
