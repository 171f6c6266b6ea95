import { readFile } from "node:fs/promises";
import path from "node:path";
import { adapterFolder, openAdapter } from "@/lib/model/adapter-files";
import type { Engine } from "@/lib/model/engine";
import { openJaxEngine } from "@/lib/model/engines/jax";
import type { Tokenizer } from "@/lib/model/language-model";
import { type Adapter, type AdapterUse, besideWeights, mergeAdapters } from "@/lib/model/lora";
import { type Manifest, manifest, toShapes } from "@/lib/model/manifest";
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

const adapters = new Map<string, Promise<Adapter>>();

/** Reads `public/models/<model>/adapters/<name>` once a process. */
export function adapterAtBuild(model: string, name: string): Promise<Adapter> {
  const key = `${model}/${name}`;
  const adapter = adapters.get(key) ?? openAdapterAtBuild(model, name);
  adapters.set(key, adapter);
  return adapter;
}

async function openAdapterAtBuild(model: string, name: string): Promise<Adapter> {
  const folder = path.join(process.cwd(), "public/models", model, adapterFolder(name));
  const { manifest } = await modelAtBuild(model);
  const json = JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8"));
  const bytes = await readFile(path.join(folder, "adapter.safetensors"));
  const facts = {
    name: manifest.name,
    shapes: toShapes(manifest),
    sha256: manifest.files["weights.safetensors"].sha256,
  };
  return openAdapter(json, new Uint8Array(bytes).buffer, facts, folder);
}

/** A shipped model with adapters merged into its weights, or left beside them. Its engine is the caller's to dispose of. */
export function adaptAtBuild(
  model: ModelAtBuild,
  uses: readonly AdapterUse[],
  { beside = false } = {},
): ModelAtBuild {
  const changed = beside ? besideWeights(uses) : mergeAdapters(model.weights, uses);
  return {
    ...model,
    engine: model.engine.withWeights(changed),
    weights: { ...model.weights, ...changed },
  };
}
