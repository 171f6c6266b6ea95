import { z } from "@/lib/zod";
import { checkResponse } from "../download";
import { type Expected, fetchModelFile } from "../files";
import { ModelError } from "../language-model";
import type { Device } from "../protocol";
import type { Listing, Pooling, Request, Task } from "./protocol";

/** Answer of the hub's API for the files of a repository: those in Git LFS with a SHA-256, the others with git's SHA-1. */
const tree = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: z.number().int(),
    oid: z.string(),
    lfs: z.object({ oid: z.string().length(64) }).optional(),
  }),
);

const config = z.object({ architectures: z.array(z.string()).optional() });

/** `1_Pooling/config.json` of sentence-transformers. */
const poolingFile = "1_Pooling/config.json";
const poolingConfig = z.object({
  pooling_mode_mean_tokens: z.boolean().optional(),
  pooling_mode_cls_token: z.boolean().optional(),
  pooling_mode_lasttoken: z.boolean().optional(),
});

/** What transformers.js asks for besides weights. */
const others = ["config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json"];

const suffixes = {
  ...{ q8: "_quantized", int8: "_int8", uint8: "_uint8", q4: "_q4", q4f16: "_q4f16", bnb4: "_bnb4" },
  ...{ fp32: "", fp16: "_fp16" },
} as const;
type Dtype = keyof typeof suffixes;

/** The smaller first, of those that the device computes well. */
const dtypes: Record<Device, readonly Dtype[]> = {
  wasm: ["q8", "int8", "uint8", "q4", "fp32", "fp16", "bnb4"],
  webgpu: ["q4f16", "q4", "fp16", "fp32"],
};

/** Bytes of weights from which on a GPU is worth asking: below, a token costs less than the way to it and back. */
const GPU_FROM = 50e6;

export interface Gpu {
  /** Why it cannot be used, or nothing. */
  missing?: string;
  /** It computes with float16. */
  f16: boolean;
}

/** Where the files of a repository lie, with a slash at the end. */
export function baseOf({ host, repository }: Pick<Listing, "host" | "repository">): string {
  return `${host}${repository}/resolve/main/`;
}

/** What running a repository's model takes to fetch. Its config is fetched for that, its weights are not. */
export async function listRepository(
  { repository, host, device: wish }: Extract<Request, { type: "list" }>,
  gpu: Gpu,
): Promise<Listing> {
  const files = await fetchTree(host, repository);
  const base = baseOf({ host, repository });
  if (!files["config.json"]) throw incompatible(`${repository} has no config.json, so it is no model.`);
  const { architectures = [] } = await fetchConfig(base, files, "config.json", config);
  const pooling = files[poolingFile] && toPooling(await fetchConfig(base, files, poolingFile, poolingConfig));
  const task = pooling ? "feature-extraction" : toTask(repository, architectures[0]);
  const place = choosePlace(repository, files, wish, gpu);
  const wanted = [...others, ...place.weights].filter((name) => files[name]);
  return {
    ...{ repository, host, task, pooling: pooling ?? "mean" },
    ...{ device: place.device, deviceReason: place.reason, dtype: place.dtype },
    files: Object.fromEntries(wanted.map((name) => [name, files[name]])),
    bytes: sizeOf(files, wanted),
  };
}

async function fetchTree(host: string, repository: string): Promise<Record<string, Expected>> {
  const url = `${host}api/models/${repository}/tree/main?recursive=true`;
  const response = await fetch(url, { cache: "no-cache" }).catch(() => {
    throw new ModelError(
      "missing",
      `${host} could not be reached: you may be offline, or it does not let other sites read from it.`,
    );
  });
  if ([401, 403, 404].includes(response.status))
    throw new ModelError(
      "missing",
      `There is no repository ${repository} at ${host}, or it is not public (it answered ${response.status}).`,
    );
  checkResponse(response, url);
  const { success, data } = tree.safeParse(await response.json().catch(() => undefined));
  if (!success)
    throw new ModelError("damaged", `${url} is no list of files: ${host} is not laid out like the hub.`);
  const found = data.filter(({ type }) => type === "file");
  return Object.fromEntries(
    found.map(({ path, size, oid, lfs }) => [
      path,
      { bytes: size, ...(lfs ? { sha256: lfs.oid } : { gitSha1: oid }) },
    ]),
  );
}

async function fetchConfig<T>(
  base: string,
  files: Record<string, Expected>,
  name: string,
  schema: { parse(value: unknown): T },
): Promise<T> {
  const text = new TextDecoder().decode(await fetchModelFile(undefined, base, { files }, name));
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new ModelError("damaged", `${base}${name} is no config of a model.`, name);
  }
}

function toPooling(said: z.infer<typeof poolingConfig>): Pooling {
  if (said.pooling_mode_mean_tokens) return "mean";
  if (said.pooling_mode_cls_token) return "cls";
  if (said.pooling_mode_lasttoken) return "last_token";
  throw incompatible(`Its ${poolingFile} asks for a way of pooling that this page does not know.`);
}

function toTask(repository: string, architecture = "none"): Task {
  if (/(ForCausalLM|LMHeadModel)$/.test(architecture)) return "text-generation";
  if (/Model$/.test(architecture)) return "feature-extraction";
  throw incompatible(
    `${repository} neither writes text nor makes vectors of sentences: its config names the architecture ${architecture}.`,
  );
}

function choosePlace(repository: string, files: Record<string, Expected>, wish: Device | "auto", gpu: Gpu) {
  const names = Object.keys(files);
  const wasm = chooseWeights(names, dtypes.wasm);
  const forGpu = dtypes.webgpu.filter((dtype) => gpu.f16 || !dtype.endsWith("16"));
  const webgpu = gpu.missing ? undefined : chooseWeights(names, forGpu);
  const large = wasm && sizeOf(files, wasm.weights) >= GPU_FROM;
  if (webgpu && (!wasm || wish === "webgpu" || (wish === "auto" && large))) {
    const reason = wasm
      ? "WebGPU is here, and its weights are large."
      : "It has no weights that WASM computes.";
    return { ...webgpu, device: "webgpu" as const, reason: wish === "webgpu" ? "You chose WebGPU." : reason };
  }
  if (!wasm)
    throw incompatible(
      `${repository} has no weights in onnx/ that run here. Look for one with the library "transformers.js".`,
    );
  const device = "wasm" as const;
  if (wish === "wasm") return { ...wasm, device, reason: "You chose WASM." };
  if (wish === "auto" && !large)
    return { ...wasm, device, reason: "Its weights are small: WASM is done before a GPU has been asked." };
  return { ...wasm, device, reason: gpu.missing ?? "It has no weights that WebGPU computes well." };
}

/** The first kind of weights that is there, with what lies beside them (`.onnx_data`). */
function chooseWeights(
  names: readonly string[],
  kinds: readonly Dtype[],
): { dtype: Dtype; weights: string[] } | undefined {
  const dtype = kinds.find((kind) => names.includes(`onnx/model${suffixes[kind]}.onnx`));
  if (!dtype) return undefined;
  const weights = new RegExp(`^onnx/model${suffixes[dtype]}\\.onnx(_data(_\\d+)?)?$`);
  return { dtype, weights: names.filter((name) => weights.test(name)) };
}

function sizeOf(files: Record<string, Expected>, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + files[name].bytes, 0);
}

function incompatible(message: string): ModelError {
  return new ModelError("incompatible", message);
}
