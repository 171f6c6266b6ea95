import type { Manifest } from "../model/manifest";
import type { Nested } from "../model/nested";
import type { Experts } from "../model/protocol";
import type { Sampling } from "../model/sampling";
import type { Question, StandInAnswer } from "../model/stand-in";

/**
 * What a cell may ask of the page. The page (or the build) gives an object of this shape; the sandbox's host
 * checks every argument before it gets here. Each call may be cancelled by its signal, which comes first.
 */
export interface CellServices {
  model(
    signal: AbortSignal,
    args: { model: string },
  ): Promise<{ vocabularySize: number; config: Manifest["config"] }>;
  tokenize(signal: AbortSignal, args: { model: string; text: string }): Promise<number[]>;
  tokenTexts(signal: AbortSignal, args: { model: string; tokens: number[] }): Promise<string[]>;
  /** Logits of the token after `text`, `[n_vocab]`. */
  logits(signal: AbortSignal, args: { model: string; text: string }): Promise<ArrayLike<number>>;
  /** Logits after every position, `[T + 1][n_vocab]`; the implementation refuses more than 64 tokens. */
  allLogits(signal: AbortSignal, args: { model: string; text: string }): Promise<ArrayLike<number>[]>;
  /** One pass over the start token and `text` with what was asked for; at most 64 tokens. */
  trace(signal: AbortSignal, args: TraceArguments): Promise<Record<string, Nested | undefined>>;
  /** One tensor by its name, in nested arrays; the implementation refuses large ones. */
  weights(signal: AbortSignal, args: { model: string; name: string }): Promise<Nested>;
  /** All tensors by their names; the implementation refuses large models. */
  allWeights(signal: AbortSignal, args: { model: string }): Promise<Record<string, NamedTensor>>;
  /** Begins to write after a text. The writing ends with `signal`, or when a newer one needs its place. */
  startText(signal: AbortSignal, args: TextArguments): Promise<{ writing: number }>;
  /** One more token, or null when the text has come to its end. */
  nextToken(signal: AbortSignal, args: { writing: number }): Promise<WrittenToken | null>;
  endText(signal: AbortSignal, args: { writing: number }): Promise<null>;
  /** What a demo of the page wants to know of a model that the cell stands in for; waits until one asks. */
  nextQuestion(signal: AbortSignal, args: { model: string }): Promise<Question>;
  answerQuestion(signal: AbortSignal, args: QuestionAnswer): Promise<null>;
  /** The code of `lib/arrays`, bundled: for cells that use `np` and the like. */
  arrays(signal: AbortSignal): Promise<string>;
}

export type QuestionAnswer = { model: string; question: number } & (StandInAnswer | { error: string });

export interface TraceArguments {
  model: string;
  text: string;
  attention?: boolean;
  residual?: boolean;
  /** Gates of the heads, `[n_layer][n_head]`. */
  heads?: number[][];
  /** Gates of what attention and MLP add, `[n_layer][2]`. */
  parts?: number[][];
  lens?: boolean;
  /** Of a mixture: which experts run. */
  experts?: Experts;
  /** Also what the routers say, and which experts they chose. */
  router?: boolean;
}

export interface TextArguments extends Sampling {
  model: string;
  text: string;
  maxTokens?: number;
  seed?: number;
  /** The text ends with the token that completes one of these. */
  stop?: string[];
  /** Of a mixture: which experts run. */
  experts?: Experts;
}

export interface WrittenToken {
  id: number;
  text: string;
  /** With which it was drawn. */
  probability: number;
}

/** Row-major; crosses to the cell as it is, not as JSON. */
export interface NamedTensor {
  shape: readonly number[];
  numbers: Float32Array;
}

export type ServiceMethod = keyof CellServices;

/** A call to one of the services, as it travels out of the place where the cell runs. */
export type CallService = (method: ServiceMethod, args: Record<string, unknown>) => Promise<unknown>;

/** For pages and tests without a model: every call fails with a sentence that says so. */
export const noServices: CellServices = {
  model: refuse,
  tokenize: refuse,
  tokenTexts: refuse,
  logits: refuse,
  allLogits: refuse,
  trace: refuse,
  weights: refuse,
  allWeights: refuse,
  startText: refuse,
  nextToken: refuse,
  endText: refuse,
  nextQuestion: refuse,
  answerQuestion: refuse,
  arrays: refuse,
};

async function refuse(): Promise<never> {
  throw new Error("No model is available on this page.");
}

/** Cells are promised plain arrays, whatever the service answers with. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Float32Array || value instanceof Float64Array || value instanceof Int32Array)
    return Array.from(value);
  return Array.isArray(value) ? value.map(toPlain) : value;
}
