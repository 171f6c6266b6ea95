import { checkFinite } from "./finite";
import { type LanguageModel, ModelError, type Session } from "./language-model";
import type { Manifest } from "./manifest";
import type { Trace, TraceRequest } from "./protocol";

/** What a demo wants to know of a model, as it is put to the cell that stands in for it. */
export interface Question extends Pick<TraceRequest, "attention" | "residual" | "heads" | "parts"> {
  question: number;
  tokens: readonly number[];
}

/** Row-major, as in `Trace`; `null` for what is no finite number. */
export interface StandInAnswer {
  logits: (number | null)[];
  attention?: (number | null)[];
  residual?: (number | null)[];
}

interface Asked {
  question: Question;
  resolve(trace: Trace): void;
  reject(error: Error): void;
}

/**
 * A cell's own forward pass in the place of the shipped one, for the demos of the page. The cell takes one
 * question after another, as long as its run lasts; then the shipped model is back.
 */
export class StandIn {
  private owner: AbortSignal | undefined;
  private readonly waiting: Asked[] = [];
  private readonly taken = new Map<number, Asked>();
  private take: ((question: Question) => void) | undefined;
  private count = 0;

  /** `onChange` hears when a cell takes the model over, and when it gives it back. */
  constructor(private readonly onChange: (active: boolean) => void) {}

  /** The next question for the cell whose run `signal` ends with. */
  next(signal: AbortSignal): Promise<Question> {
    if (this.owner !== signal) this.begin(signal);
    return new Promise((resolve) => {
      this.take = resolve;
      this.hand();
    });
  }

  /** What the cell found, or why it found nothing. */
  answer(question: number, answer: StandInAnswer | { error: string }, config: Manifest["config"]): void {
    const asked = this.taken.get(question);
    this.taken.delete(question);
    if (!asked) return;
    try {
      if ("error" in answer) throw new ModelError("unknown", `Your forward pass failed: ${answer.error}`);
      asked.resolve(toTrace(asked.question, answer, config));
    } catch (error) {
      asked.reject(error as Error);
    }
  }

  trace = (
    signal: AbortSignal | undefined,
    tokens: readonly number[],
    { attention, residual, heads, parts, experts, router }: TraceRequest = {},
  ): Promise<Trace> =>
    new Promise((resolve, reject) => {
      if (experts || router) return reject(noExperts());
      const question = { question: this.count++, tokens, attention, residual, heads, parts };
      const start = performance.now();
      const done = (trace: Trace) => resolve({ ...trace, milliseconds: performance.now() - start });
      const asked = { question, resolve: done, reject };
      signal?.addEventListener("abort", () => {
        const place = this.waiting.indexOf(asked);
        if (place >= 0) this.waiting.splice(place, 1);
        reject(signal.reason);
      });
      this.waiting.push(asked);
      this.hand();
    });

  private begin(signal: AbortSignal): void {
    this.owner = signal;
    this.take = undefined;
    this.dropTaken();
    signal.addEventListener("abort", () => this.end(signal), { once: true });
    this.onChange(true);
  }

  private end(signal: AbortSignal): void {
    if (this.owner !== signal) return; // a newer run has taken over
    this.owner = undefined;
    this.take = undefined;
    this.onChange(false);
    this.dropTaken();
    for (const { reject } of this.waiting.splice(0)) reject(gone());
  }

  private dropTaken(): void {
    for (const { reject } of this.taken.values()) reject(gone());
    this.taken.clear();
  }

  private hand(): void {
    if (!this.take || this.waiting.length === 0) return;
    const asked = this.waiting.shift()!;
    this.taken.set(asked.question.question, asked);
    this.take(asked.question);
    this.take = undefined;
  }
}

/** Nobody tells a forward pass of a cell which experts to run, so nobody may think it had been told. */
function noExperts(): ModelError {
  return new ModelError(
    "incompatible",
    "This demo chooses experts, which it cannot do with a forward pass of your own; stop its cell, and the shipped model is back.",
  );
}

function gone(): ModelError {
  return new ModelError("aborted", "The cell with your forward pass has ended; the shipped model is back.");
}

function toTrace(
  { tokens, attention, residual, heads, parts }: Question,
  answer: StandInAnswer,
  config: Manifest["config"],
) {
  const { n_layer, n_head, d_model, n_vocab } = config;
  const T = tokens.length;
  const read = (name: keyof StandInAnswer, wanted: boolean | undefined, shape: number[]) =>
    wanted ? toFloats(name, answer[name], shape) : undefined;
  const logits = toFloats("logits", answer.logits, [T, n_vocab]);
  checkFinite(logits, n_vocab, { heads, parts, changed: "the forward pass, in your cell" });
  return {
    tokens,
    logits,
    attention: read("attention", attention, [n_layer, n_head, T, T]),
    residual: read("residual", residual, [n_layer + 1, T, d_model]),
    milliseconds: 0,
  };
}

function toFloats(name: string, numbers: (number | null)[] | undefined, shape: number[]): Float32Array {
  const size = shape.reduce((a, b) => a * b, 1);
  if (numbers?.length === size) return Float32Array.from(numbers, (x) => x ?? Number.NaN);
  throw new ModelError(
    "incompatible",
    `Your forward pass returned ${numbers?.length ?? 0} numbers as ${name}; this demo needs (${shape.join(", ")}), which is ${size}.`,
  );
}

/** The model with its forward pass taken over. Writing reads the whole text again for each token. */
export function withStandIn(model: LanguageModel, trace: StandIn["trace"]): LanguageModel {
  const last = (found: Trace, tokens = 1) => found.logits.slice(-tokens * model.vocabularySize);
  const start: LanguageModel["start"] = async (signal, tokens, experts): Promise<Session> => {
    if (experts) throw noExperts();
    const read = [...tokens];
    const extend: Session["extend"] = async (aborted, more) => {
      read.push(...more);
      const found = await trace(aborted, [...read]);
      return { logits: last(found, more.length), milliseconds: found.milliseconds };
    };
    return {
      logits: last(await trace(signal, [...read])),
      decode: (aborted, token) => extend(aborted, [token]),
      extend,
      async rewind(_signal, length) {
        read.length = length;
      },
      close() {},
    };
  };
  return { ...model, trace, start, changed: true };
}
