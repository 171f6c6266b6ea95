import { readFile } from "node:fs/promises";
import path from "node:path";
import type { EngineSession } from "@/lib/model/engine";
import type { Session } from "@/lib/model/language-model";
import type { Adapter, AdapterUse } from "@/lib/model/lora";
import { toShapes } from "@/lib/model/manifest";
import { modelServices, type ServedModel } from "@/lib/notebook/model-services";
import type { CellServices } from "@/lib/notebook/services";
import { adaptAtBuild, adapterAtBuild, type ModelAtBuild, modelAtBuild } from "./model-at-build";

/** A model while pages are built, with the methods that cells and demos know from the page's. */
export async function servedAtBuild(name: string): Promise<ServedModel> {
  return toServed(await modelAtBuild(name));
}

const known = new WeakMap<ModelAtBuild, Map<string, ServedModel>>();
const numbers = new Map<Adapter, number>();

/** Each mixture once: an engine's memory is freed by nobody here. */
function toAdapted(
  model: ModelAtBuild,
  uses: readonly AdapterUse[],
  how?: { beside?: boolean },
): ServedModel {
  for (const { adapter } of uses) numbers.set(adapter, numbers.get(adapter) ?? numbers.size);
  const key = JSON.stringify([uses.map(({ adapter, strength }) => [numbers.get(adapter), strength]), how]);
  const all = known.get(model) ?? new Map<string, ServedModel>();
  known.set(model, all);
  const adapted = all.get(key) ?? toServed(adaptAtBuild(model, uses, how));
  all.set(key, adapted);
  return adapted;
}

function toServed(model: ModelAtBuild): ServedModel {
  const { manifest, engine, tokenizer, weights } = model;
  return {
    config: manifest.config,
    contextLength: manifest.config.n_ctx,
    shapes: toShapes(manifest),
    tokenizer,
    trace: (_signal, tokens, want) => engine.trace(tokens, want),
    weights: async (_signal, tensor) => weights[tensor].data as Float32Array,
    adapter: (_signal, name) => adapterAtBuild(manifest.name, name),
    adapt: async (_signal, uses, how) => toAdapted(model, uses, how),
    start: async (_signal, tokens, experts) => toSession(await engine.start(tokens, experts)),
  };
}

/** Nobody looks at a clock here. */
function toSession(session: EngineSession): Session {
  return {
    logits: session.logits,
    decode: async (_signal, token) => ({ logits: await session.decode(token), milliseconds: 0 }),
    extend: async (_signal, tokens) => ({ logits: await session.extend(tokens), milliseconds: 0 }),
    rewind: async (_signal, length) => session.rewind(length),
    close: () => session.dispose(),
  };
}

/** Made by `scripts/build-arrays.mjs`. */
function readArrays(): Promise<string> {
  return readFile(path.join(process.cwd(), "public/arrays/engine.js"), "utf8");
}

/** What cells may ask while pages are built: the same models as in the page. */
export const servicesAtBuild: CellServices = modelServices(
  (_signal, name) => servedAtBuild(name),
  readArrays,
);
