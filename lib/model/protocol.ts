/**
 * Messages between the page (`client.ts`) and the model worker (`worker.ts`), types only.
 * Requests carry an `id`; the worker answers each with `done` or `failed` of the same id.
 */
import type { FakeQuantization } from "./fake-quantize";
import type { Kept } from "./kept";
import type { Adapter } from "./lora";
import type { Manifest } from "./manifest";

export type Device = "wasm" | "webgpu";

/** What runs the network: jax-js (`engines/jax.ts`) or ONNX Runtime (`engines/onnx.ts`). */
export type EngineName = "jax" | "onnx";

/** Where a reader may have a model run; `auto` is jax-js on the faster device. */
export type Place = "auto" | Device | `onnx-${Device}`;

/** Which experts of a mixture run, in every layer and for every token; of what is left out, the model's own. */
export interface Experts {
  /** How many run per token, 1 to `n_expert`. */
  perToken?: number;
  /** Those switched off, `[layer, expert]` each; at least one of a layer stays on. */
  off?: readonly (readonly [layer: number, expert: number])[];
}

export interface TraceRequest {
  /** Also return attention maps. */
  attention?: boolean;
  /** Also return the residual stream. */
  residual?: boolean;
  /** How much of each head's output is let through, `[n_layer][n_head]`: 1 as trained, 0 ablated. */
  heads?: readonly (readonly number[])[];
  /** How much of what each layer's attention and MLP add is let through, `[n_layer][2]`. */
  parts?: readonly (readonly number[])[];
  /** Also return what each layer's residual stream already predicts after the last token. */
  lens?: boolean;
  /** Of a mixture of experts: which of them run. */
  experts?: Experts;
  /** Also return what a mixture's routers say, and which experts they chose. */
  router?: boolean;
}

/** Adapters by the keys under which the worker was handed them. */
export interface AdapterMix {
  uses: readonly { key: string; strength: number }[];
  /** Left beside the weights, to be added at every layer, instead of merged into them. */
  beside?: boolean;
}

export interface LoadRequest {
  type: "load";
  /** The model's folder, with a slash at the end. */
  base: string;
  manifest: Manifest;
  place: Place;
}

export type Request =
  | LoadRequest
  | ({ type: "trace"; tokens: readonly number[]; want?: TraceRequest } & OnWeights)
  | ({ type: "weights"; name: string } & OnWeights)
  | ({ type: "start"; session: number; tokens: readonly number[]; experts?: Experts } & OnWeights)
  | { type: "adapter"; key: string; adapter: Adapter }
  | { type: "decode"; session: number; token: number }
  | { type: "extend"; session: number; tokens: readonly number[] }
  | { type: "rewind"; session: number; length: number }
  | { type: "stop"; session: number }
  /** Makes a variant of the model, by a number that the page chooses; the shipped one stays beside it. */
  | { type: "quantize"; variant: number; quantization: FakeQuantization }
  | { type: "drop"; variant: number };

/** Which weights answer. */
export interface OnWeights {
  /** A variant by its number; without one, the model as shipped. */
  variant?: number;
  /** Adapters added to the weights as shipped. */
  mix?: AdapterMix;
}

export type ToWorker = { id: number; request: Request } | { cancel: number };

export interface Trace {
  tokens: readonly number[];
  /** Row-major `[T, n_vocab]`. */
  logits: Float32Array;
  /** Row-major `[n_layer, n_head, T, T]`, when asked for: `attention[layer, head, query, key]`. */
  attention?: Float32Array;
  /** Row-major `[n_layer + 1, T, d_model]`, when asked for: what enters each layer, and what leaves the last. */
  residual?: Float32Array;
  /** Row-major `[n_layer + 1, n_vocab]`, when asked for: logits read off the residual stream at each depth. */
  lens?: Float32Array;
  /** Row-major `[n_layer, T, n_expert]`, when asked for: how probable the router finds every expert. */
  router?: Float32Array;
  /** Row-major `[n_layer, T, n_expert]`, with `router`: what weighs each expert's output, 0 where it was not chosen. */
  gates?: Float32Array;
  /** Time spent in the network. */
  milliseconds: number;
}

export interface Loaded {
  engine: EngineName;
  device: Device;
  /** One sentence for the reader: why this device. */
  reason: string;
  /** Milliseconds the probe measured: a whole token on `wasm`, one bare round trip on `webgpu`. */
  probe: Partial<Record<Device, number>>;
  /** What became of the fetched weights; nothing where they were here already. */
  kept?: Kept;
}

export interface Step {
  /** `[n_vocab]`, logits of the token after the last one given; of `extend`, `[T, n_vocab]`, after each of them. */
  logits: Float32Array;
  milliseconds: number;
}

export interface Weights {
  /** One tensor, row-major. */
  values: Float32Array;
}

export type Answer = Loaded | Trace | Step | Weights;

export type FromWorker =
  | { id: number; type: "progress"; loaded: number; total: number; file: string }
  | { id: number; type: "done"; value: Answer | null }
  | { id: number; type: "failed"; error: ModelErrorData }
  /** The GPU went away, and jax-js goes on, on WASM. */
  | { type: "device-lost"; message: string };

/** Names a failure so that the page can say what to do next. */
export interface ModelErrorData {
  code:
    | "missing"
    | "offline"
    | "damaged"
    | "incompatible"
    | "memory"
    | "device"
    | "too-long"
    | "not-finite"
    | "aborted"
    | "unknown";
  message: string;
  /** The file at fault, when one is. */
  file?: string;
}
