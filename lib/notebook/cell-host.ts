import type { ControlSpec } from "./control";
import type { Displays } from "./displays";
import { type AnyGenerator, isGenerator } from "./generators";
import { describeError } from "./locate";
import type { InputValue } from "./notebook-state";
import type { CallService, ServiceMethod } from "./services";
import type { CellHost, CellModel } from "./stdlib";

/** What compiled cells and `stdlib.ts` reach for. */
export interface RunningCellHost extends CellHost {
  /** Shows the value of the last expression, unless there is none; a generator's values one after another. */
  value(value: unknown): void;
}

export interface CellHostParts {
  displays: Displays;
  call: CallService;
  /** Takes a generator that is to be shown. */
  stream(generator: AnyGenerator): void;
  /** Makes a control, or finds the one the reader has already moved. */
  control(spec: ControlSpec, initial: InputValue): { place: number; value: InputValue; values: AnyGenerator };
}

/** Where a running cell's displays, controls and model calls go. */
export function createCellHost({ displays, call, stream, control }: CellHostParts): RunningCellHost {
  return {
    display: displays.display,
    show: displays.show,
    value(value) {
      if (isGenerator(value)) stream(value);
      else if (value !== undefined) displays.display(value);
    },
    control(spec, initial) {
      const { place, value, values } = control(spec as ControlSpec, initial as InputValue);
      displays.show({ kind: "control", control: place, spec, value, initial });
      return values as never;
    },
    model: (name) => openModel(call, name),
  };
}

async function openModel(call: CallService, name: string): Promise<CellModel> {
  const { vocabularySize } = await callFromHere<{ vocabularySize: number }>(call, "model", { model: name });
  return bindModel(call, { name, vocabularySize });
}

type ModelFacts = Pick<CellModel, "name" | "vocabularySize">;

const facts = new WeakMap<object, ModelFacts>();

/** A model that another cell opened, made to ask on behalf of this one, so that its calls end with its run. */
export function rebind(value: unknown, call: CallService): unknown {
  const known = typeof value === "object" && value !== null ? facts.get(value) : undefined;
  return known ? bindModel(call, known) : value;
}

function bindModel(call: CallService, { name, vocabularySize }: ModelFacts): CellModel {
  const ask = <T>(method: ServiceMethod, args: object) =>
    callFromHere<T>(call, method, { model: name, ...args });
  const model: CellModel = {
    name,
    vocabularySize,
    tokenize: (text) => ask("tokenize", { text }),
    tokenTexts: (tokens) => ask("tokenTexts", { tokens }),
    logits: (text) => ask("logits", { text }),
    allLogits: (text) => ask("allLogits", { text }),
    trace: (text, options = {}) => ask("trace", { text, ...options }),
    weights: (tensor) => ask("weights", { name: tensor }),
  };
  facts.set(model, { name, vocabularySize });
  return model;
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
