import type { Device, TraceRequest } from "./protocol";
import type { StoredTensor } from "./safetensors";

/** What runs a network: tokens in, numbers out. Every engine passes the same golden tests. */
export interface Engine {
  readonly device: Device;
  /** One pass over all of `tokens`, at most `n_ctx`. */
  trace(tokens: readonly number[], want?: TraceRequest): Promise<EngineTrace>;
  /** Reads `tokens` and keeps their keys and values for `decode`. */
  start(tokens: readonly number[]): Promise<EngineSession>;
  /**
   * An engine of the same network with these tensors in place of its own, or beside them (`…weight.lora_A`). It runs
   * this one's compiled programs, so this one must outlive it.
   */
  withWeights(weights: Record<string, StoredTensor>): Engine;
  /** Frees the weights; the engine is of no use afterwards. */
  dispose(): void;
}

export interface EngineTrace {
  /** Row-major `[T, n_vocab]`. */
  logits: Float32Array;
  /** Row-major `[n_layer, n_head, T, T]`. */
  attention?: Float32Array;
  /** Row-major `[n_layer + 1, T, d_model]`. */
  residual?: Float32Array;
  /** Row-major `[n_layer + 1, n_vocab]`, after the last token. */
  lens?: Float32Array;
}

export interface EngineSession {
  /** `[n_vocab]` after the last token read. */
  readonly logits: Float32Array;
  /** Appends one token; returns the logits after it, `[n_vocab]`. Throws a RangeError when the context is full. */
  decode(token: number): Promise<Float32Array>;
  dispose(): void;
}
