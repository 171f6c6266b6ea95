import type { FakeQuantization } from "./fake-quantize";
import type { Adapter, AdapterUse } from "./lora";
import type { Manifest } from "./manifest";
import type { Device, EngineName, Experts, ModelErrorData, Step, Trace, TraceRequest } from "./protocol";

/** Every reason a model can fail to answer, with what the reader can do about it in `message`. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  constructor(
    readonly code: ModelErrorData["code"],
    message: string,
    /** The file at fault, when one is. */
    readonly file?: string,
  ) {
    super(message);
  }
}

export interface Tokenizer {
  /** Text → token ids, without the start token. Any Unicode text; lone surrogates become U+FFFD. */
  encode(text: string): number[];
  /** Token ids → text. */
  decode(tokens: readonly number[]): string;
  /** The text of one token, for showing: bytes that are no whole character become U+FFFD. */
  text(token: number): string;
}

/** A model that can answer now. One copy in memory serves every demo and cell of a page. */
export interface LanguageModel {
  readonly name: string;
  readonly title: string;
  readonly parameters: number;
  readonly vocabularySize: number;
  /** Longest input in tokens, start token included. */
  readonly contextLength: number;
  /** Layers, heads, widths. */
  readonly config: Manifest["config"];
  /** Shape of every tensor by its name, e.g. `h.0.attn.c_attn.weight` → `[d, 3d]`. */
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  readonly engine: EngineName;
  readonly device: Device;
  /** One sentence: why there. */
  readonly deviceReason: string;
  readonly tokenizer: Tokenizer;
  /** The browser has no room left for the files: the next visit fetches them again. */
  readonly storageFull?: boolean;
  /** A cell of the page runs a forward pass of its own in the place of the shipped one. */
  readonly changed?: boolean;
  /** Start token and the tokens of `text`. */
  encode(text: string): number[];
  /** One forward pass over all of `tokens`; logits for every position. */
  trace(signal: AbortSignal | undefined, tokens: readonly number[], want?: TraceRequest): Promise<Trace>;
  /** One tensor by its name, row-major, as float32. */
  weights(signal: AbortSignal | undefined, name: string): Promise<Float32Array>;
  /** Starts decoding with a KV cache; of a mixture, the choice of `experts` holds for all that is written. */
  start(signal: AbortSignal | undefined, tokens: readonly number[], experts?: Experts): Promise<Session>;
  /** One of the adapters that are shipped with this model, by its name. */
  adapter(signal: AbortSignal | undefined, name: string): Promise<Adapter>;
  /**
   * The same model with adapters merged into its weights, or, `beside`, left next to them and added at every layer,
   * which says the same. This one stays as it is. Sliding a strength is a new model each time; the last are kept.
   */
  adapt(
    signal: AbortSignal | undefined,
    uses: readonly AdapterUse[],
    how?: { beside?: boolean },
  ): Promise<LanguageModel>;
  /**
   * The same network with its matrices rounded to a few bits, beside this one, which goes on as it is. It holds
   * float32 weights of its own until it is closed, or until the device is lost.
   */
  quantize(signal: AbortSignal | undefined, quantization: FakeQuantization): Promise<Variant>;
}

/** A model with changed weights; `close` frees them. */
export interface Variant
  extends Pick<
    LanguageModel,
    | "vocabularySize"
    | "contextLength"
    | "config"
    | "shapes"
    | "tokenizer"
    | "encode"
    | "trace"
    | "weights"
    | "start"
  > {
  close(): void;
}

/** One text being written, token by token. */
export interface Session {
  /** Logits of the next token. `[n_vocab]` */
  readonly logits: Float32Array;
  /** Appends `token` and computes the logits after it. */
  decode(signal: AbortSignal | undefined, token: number): Promise<Step>;
  /** Appends T tokens in one pass and computes the logits after each, row-major `[T, n_vocab]`. */
  extend(signal: AbortSignal | undefined, tokens: readonly number[]): Promise<Step>;
  /** Takes tokens back: only the first `length` of the text stay. The next tokens stand behind them. */
  rewind(signal: AbortSignal | undefined, length: number): Promise<void>;
  close(): void;
}
