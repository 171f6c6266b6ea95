import { toShapes } from "@/lib/model/manifest";
import { modelServices, type ServedModel } from "@/lib/notebook/model-services";
import type { CellServices } from "@/lib/notebook/services";
import { modelAtBuild } from "./model-at-build";

/** A model while pages are built, with the methods that cells and demos know from the page's. */
export async function servedAtBuild(name: string): Promise<ServedModel> {
  const { manifest, engine, tokenizer, weights } = await modelAtBuild(name);
  return {
    config: manifest.config,
    shapes: toShapes(manifest),
    tokenizer,
    trace: (_signal, tokens, want) => engine.trace(tokens, want),
    weights: async (_signal, tensor) => weights[tensor].data as Float32Array,
  };
}

/** What cells may ask while pages are built: the same models as in the page. */
export const servicesAtBuild: CellServices = modelServices((_signal, name) => servedAtBuild(name));
