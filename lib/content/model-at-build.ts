import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Engine } from "@/lib/model/engine";
import { openJaxEngine } from "@/lib/model/engines/jax";
import type { Tokenizer } from "@/lib/model/language-model";
import { type Manifest, manifest } from "@/lib/model/manifest";
import { dequantize } from "@/lib/model/quantization";
import { readSafetensors, type StoredTensor } from "@/lib/model/safetensors";
import { createTokenizer } from "@/lib/model/tokenizer";

/** A shipped model in Node: the same files, the same code, as in the page. */
export interface ModelAtBuild {
  manifest: Manifest;
  engine: Engine;
  tokenizer: Tokenizer;
  /** Every weight as float32, by its name. */
  weights: Record<string, StoredTensor>;
}

const opened = new Map<string, Promise<ModelAtBuild>>();

/** Opens `public/models/<name>` once a process. */
export function modelAtBuild(name: string): Promise<ModelAtBuild> {
  const model = opened.get(name) ?? open(path.join(process.cwd(), "public/models", name));
  opened.set(name, model);
  return model;
}

async function open(folder: string): Promise<ModelAtBuild> {
  const parsed = manifest.parse(JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8")));
  const weights = await readFile(path.join(folder, "weights.safetensors"));
  const { tensors } = readSafetensors(new Uint8Array(weights).buffer);
  const vocabulary = JSON.parse(await readFile(path.join(folder, "tokenizer.json"), "utf8"));
  const floats = dequantize(tensors);
  return {
    manifest: parsed,
    engine: await openJaxEngine("wasm", parsed.config, floats),
    tokenizer: createTokenizer(vocabulary),
    weights: floats,
  };
}
