/** Messages between the page (`client.ts`) and the worker that runs models from elsewhere (`worker.ts`), types only. */

import type { Expected } from "../files";
import type { Kept } from "../kept";
import type { Device } from "../protocol";

export type Task = "text-generation" | "feature-extraction";

/** How the vectors of a sentence's tokens become one. */
export type Pooling = "mean" | "cls" | "last_token";

/** What running a model takes to fetch, and where it would run. */
export interface Listing {
  repository: string;
  /** The server, with a slash at the end; it is laid out like the hub. */
  host: string;
  task: Task;
  /** For feature extraction: what the repository's own file says, `mean` without one. */
  pooling: Pooling;
  device: Device;
  /** One sentence: why there. */
  deviceReason: string;
  /** How its weights are stored, e.g. `q8`: the first of our preference that it has for this device. */
  dtype: string;
  files: Record<string, Expected>;
  /** Of all files together. */
  bytes: number;
}

export interface Loaded {
  /** Kind of network, as its config has it: `gpt2`. */
  kind: string;
  device: Device;
  /** Why not on the device that was listed, where that failed. */
  fallback?: string;
  /** Milliseconds from the click to the first answer it could have given. */
  milliseconds: number;
  kept: Kept;
}

/** What comes next, by the model. */
export interface Next {
  /** Tokens of the prompt. */
  tokens: number;
  /** The most probable first. */
  top: { text: string; probability: number }[];
  /** Time spent in the network. */
  milliseconds: number;
}

export interface Written {
  tokens: number;
  /** Time spent in the network for one token after the first, whose pass reads the prompt. Missing before the second. */
  millisecondsPerToken?: number;
}

export type Request =
  /** `device`: the reader's wish. */
  | { type: "list"; repository: string; host: string; device: Device | "auto" }
  /** `runtime`: the folder with ONNX Runtime's files, with a slash at the end. */
  | { type: "load"; listing: Listing; runtime: string }
  | { type: "next"; prompt: string }
  /** The most probable token each time; `said` messages bring the text. */
  | { type: "write"; prompt: string; most: number }
  /** Ends a `write` after its current token; not answered. */
  | { type: "stop" }
  /** One vector of length 1 a sentence. */
  | { type: "embed"; sentences: string[] };

export type Answers = {
  list: Listing;
  load: Loaded;
  next: Next;
  write: Written;
  stop: undefined;
  embed: { vectors: Float32Array[]; milliseconds: number };
};

export type FromWorker =
  | { type: "progress"; loaded: number; total: number }
  | { type: "said"; text: string }
  | { type: "done"; id: number; value: Answers[Request["type"]] }
  | { type: "failed"; id: number; message: string };
