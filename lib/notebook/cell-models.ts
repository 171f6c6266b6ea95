import type { Tensor } from "../arrays/api";
import { changeModel } from "./changed-model";
import { describeError } from "./locate";
import type { CallService, NamedTensor, ServiceMethod, WrittenToken } from "./services";
import type { ArrayLibrary, CellModel, GenerateOptions, ModelChanges, ModelConfig } from "./stdlib";

/** `lib/arrays/module.ts`, as a running kernel has it. */
export type ArrayModule = ArrayLibrary & {
  fromNumbers(numbers: Float32Array, shape: readonly number[]): Tensor;
};

/** What a cell's models are made of. */
export interface ModelSource {
  call: CallService;
  arrays(): Promise<ArrayModule>;
}

export async function openModel(
  source: ModelSource,
  name: string,
  { forward }: ModelChanges = {},
): Promise<CellModel> {
  const asked = await callFromHere<{ vocabularySize: number; config: ModelConfig }>(source.call, "model", {
    model: name,
  });
  const shipped = bindModel(source.call, { name, ...asked });
  if (!forward) return shipped;
  const { np } = await source.arrays();
  return changeModel(shipped, forward, await openWeights(source, name), np);
}

/** All tensors of a model, by name. */
export async function openWeights(
  { call, arrays }: ModelSource,
  name: string,
): Promise<Record<string, Tensor>> {
  const { fromNumbers } = await arrays();
  const tensors = await callFromHere<Record<string, NamedTensor>>(call, "allWeights", { model: name });
  return Object.fromEntries(
    Object.entries(tensors).map(([key, { numbers, shape }]) => [key, fromNumbers(numbers, shape)]),
  );
}

type ModelFacts = Pick<CellModel, "name" | "vocabularySize" | "config">;

const facts = new WeakMap<object, ModelFacts>();

/** A model that another cell opened, made to ask on behalf of this one, so that its calls end with its run. */
export function rebind(value: unknown, call: CallService): unknown {
  const known = typeof value === "object" && value !== null ? facts.get(value) : undefined;
  return known ? bindModel(call, known) : value;
}

function bindModel(call: CallService, known: ModelFacts): CellModel {
  const ask = <T>(method: ServiceMethod, args: object) =>
    callFromHere<T>(call, method, { model: known.name, ...args });
  const model: CellModel = {
    ...known,
    tokenize: (text) => ask("tokenize", { text }),
    tokenTexts: (tokens) => ask("tokenTexts", { tokens }),
    logits: (text) => ask("logits", { text }),
    allLogits: (text) => ask("allLogits", { text }),
    trace: (text, options = {}) => ask("trace", { text, ...options }),
    generate: (text, options = {}) => generate(call, known.name, text, options),
    weights: (tensor) => ask("weights", { name: tensor }),
  };
  facts.set(model, known);
  return model;
}

/** Pulls one token after another, so that nothing is written faster than the cell takes it. */
async function* generate(
  call: CallService,
  model: string,
  text: string,
  options: GenerateOptions,
): AsyncGenerator<WrittenToken, void> {
  const { writing } = await callFromHere<{ writing: number }>(call, "startText", { model, text, ...options });
  try {
    for (;;) {
      const token = await callFromHere<WrittenToken | null>(call, "nextToken", { writing });
      if (!token) return;
      yield token;
    }
  } finally {
    void call("endText", { writing }).catch(() => {});
  }
}

/** The page's refusal comes back out of nowhere; the error made before asking knows the reader's line. */
async function callFromHere<T>(call: CallService, method: ServiceMethod, args: Record<string, unknown>) {
  const failure = new Error();
  try {
    return (await call(method, args)) as T;
  } catch (error) {
    failure.name = "ModelError";
    failure.message = describeError(error).message;
    throw failure;
  }
}
