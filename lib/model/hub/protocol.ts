/** Messages between the page (`client.ts`) and the worker that runs models from elsewhere (`worker.ts`), types only. */

/** Where repositories lie, as transformers.js has it. */
export interface Source {
  /** With a slash at the end: `https://huggingface.co/`. */
  host: string;
  /** A repository's folder there, e.g. `{model}/resolve/{revision}/`. */
  path: string;
}

export interface Listing {
  repository: string;
  /** How its weights are stored, e.g. `q8`: the first of our preference that it has. */
  dtype: string;
  files: { name: string; bytes: number }[];
  /** Of all files together. */
  bytes: number;
}

export interface Loaded {
  /** Kind of network, as its config has it: `gpt2`. */
  kind: string;
  /** Milliseconds from the click to the first answer it could have given. */
  milliseconds: number;
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

export type Request =
  | { type: "list"; repository: string; source: Source }
  /** `runtime`: the folder with ONNX Runtime's files, with a slash at the end. */
  | { type: "load"; listing: Listing; runtime: string }
  | { type: "next"; prompt: string };

export type Answers = { list: Listing; load: Loaded; next: Next };

export type FromWorker =
  | { type: "progress"; loaded: number; total: number }
  | { type: "done"; id: number; value: Answers[Request["type"]] }
  | { type: "failed"; id: number; message: string };
