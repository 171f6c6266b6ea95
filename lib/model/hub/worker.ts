/**
 * Runs a model of the hub with transformers.js, on WASM. `scripts/build-hub.mjs` bundles this with the library into one
 * script, which is fetched when somebody names a repository; nothing else is fetched before that is agreed to, but for
 * the config and the sizes.
 */
import {
  AutoModelForCausalLM,
  AutoTokenizer,
  env,
  ModelRegistry,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  type ProgressInfo,
  type Tensor,
} from "@huggingface/transformers";
import { fetchModelFile } from "../files";
import { CACHE } from "../kept";
import { runtime } from "../place";
import type { Answers, FromWorker, Listing, Loaded, Next, Request } from "./protocol";

/** The smaller first, of those that WASM computes well. */
const dtypes = ["q8", "int8", "uint8", "q4", "fp32", "fp16", "bnb4"] as const;
type Dtype = (typeof dtypes)[number];
const SHOWN = 10;

env.allowLocalModels = false;
env.useWasmCache = false;
env.cacheKey = CACHE; // the Models page tells what is kept there, and clears it

let network: PreTrainedModel;
let tokenizer: PreTrainedTokenizer;

const post = (message: FromWorker) => self.postMessage(message);

self.onmessage = async ({ data: { id, request } }: MessageEvent<{ id: number; request: Request }>) => {
  try {
    post({ type: "done", id, value: await answer(request) });
  } catch (error) {
    post({ type: "failed", id, message: toMessage(error) });
  }
};

function answer(request: Request): Promise<Answers[Request["type"]]> {
  if (request.type === "list") return list(request);
  if (request.type === "load") return load(request);
  return next(request.prompt);
}

/** What running it takes to fetch. */
async function list({ repository, source }: Extract<Request, { type: "list" }>): Promise<Listing> {
  env.remoteHost = source.host;
  env.remotePathTemplate = source.path;
  const there = await ModelRegistry.get_available_dtypes(repository);
  const dtype = dtypes.find((one) => there.includes(one));
  if (!dtype)
    throw new Error(
      `${repository} has no weights in onnx/ that run here. Look for one with the library "transformers.js".`,
    );
  const options = { dtype, device: "wasm", include_processor: false } as const;
  const names = [...new Set(await ModelRegistry.get_files(repository, options))];
  const found = await Promise.all(
    names.map(async (name) => ({ name, ...(await ModelRegistry.get_file_metadata(repository, name)) })),
  );
  const files = found.filter(({ exists }) => exists).map(({ name, size = 0 }) => ({ name, bytes: size }));
  return { repository, dtype, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}

async function load({ listing, runtime: folder }: Extract<Request, { type: "load" }>): Promise<Loaded> {
  const start = performance.now();
  const { binary } = runtime.wasm;
  const loaded = new Map<string, number>();
  const total = listing.bytes + runtime.list.files[binary].bytes;
  const tell = (file: string, bytes: number) => {
    loaded.set(file, bytes);
    post({
      type: "progress",
      loaded: Math.min(
        total,
        [...loaded.values()].reduce((a, b) => a + b, 0),
      ),
      total,
    });
  };
  const wasmBinary = await fetchModelFile(undefined, folder, runtime.list, binary, (bytes) =>
    tell(binary, bytes),
  );
  // The script has the glue in it. Without paths of ours the library would fetch from a network of its own.
  Object.assign(env.backends.onnx.wasm!, { wasmBinary, wasmPaths: undefined, numThreads: 1 });
  const progress_callback = (info: ProgressInfo) =>
    info.status === "progress" && tell(info.file, info.loaded);
  tokenizer = await AutoTokenizer.from_pretrained(listing.repository, { progress_callback });
  network = await AutoModelForCausalLM.from_pretrained(listing.repository, {
    ...{ dtype: listing.dtype as Dtype, device: "wasm", progress_callback },
  });
  return { kind: network.config.model_type ?? "", milliseconds: performance.now() - start };
}

async function next(prompt: string): Promise<Next> {
  const inputs = tokenizer(prompt);
  const tokens: number = inputs.input_ids.dims[1];
  const most = contextOf(network.config as unknown as Record<string, unknown>);
  if (tokens === 0) throw new Error("This model needs at least one token to begin with. Write a word.");
  if (tokens > most)
    throw new Error(`This text has ${tokens} tokens; the model reads at most ${most}. Shorten it.`);
  const start = performance.now();
  const { logits }: { logits: Tensor } = await network(inputs); // [1, T, V]
  const milliseconds = performance.now() - start;
  const last = Float32Array.from(logits.data as Float32Array).slice(-logits.dims[2]);
  if (!last.every(Number.isFinite))
    throw new Error("The network computes no numbers after this text. Its weights may be damaged.");
  const top = mostProbable(last, SHOWN);
  return {
    tokens,
    milliseconds,
    top: top.map(({ token, probability }) => ({ text: tokenizer.decode([token]), probability })),
  };
}

/** Softmax, and the largest of it. */
function mostProbable(logits: Float32Array, count: number) {
  const largest = logits.reduce((a, b) => Math.max(a, b));
  const sum = logits.reduce((total, logit) => total + Math.exp(logit - largest), 0);
  return Array.from(logits, (logit, token) => ({ token, probability: Math.exp(logit - largest) / sum }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}

/** Longest input in tokens; configs have three names for it. */
function contextOf(config: Record<string, unknown>): number {
  const names = ["max_position_embeddings", "n_positions", "n_ctx"];
  return (
    names.map((name) => config[name]).find((value) => typeof value === "number") ?? Number.POSITIVE_INFINITY
  );
}

function toMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/Failed to fetch|NetworkError|Load failed/i.test(message))
    return `${env.remoteHost} could not be reached: you may be offline, or it does not let other sites read from it.`;
  if (/unauthorized|forbidden|could not locate|not found|\b40[134]\b/i.test(message))
    return `There is no such repository at ${env.remoteHost}, or it is not public, or lacks a file. (${message})`;
  if (/is not valid JSON|protobuf parsing failed/i.test(message))
    return `${env.remoteHost} sent something else in the place of a file of the model. (${message})`;
  if (/unsupported model type/i.test(message)) return `This is no model that writes text. (${message})`;
  return message;
}
