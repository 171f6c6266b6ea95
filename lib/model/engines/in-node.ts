/** Every engine in Node, on WASM: for the tests that hold all of them to the same numbers. */
import { type ModelAtBuild, modelAtBuild } from "@/lib/content/model-at-build";
import type { Engine } from "../engine";
import type { Config } from "../gpt";
import type { EngineName } from "../protocol";
import type { StoredTensor } from "../safetensors";
import { openJaxEngine } from "./jax";
import { openOnnxEngine } from "./onnx";

export const engineNames: readonly EngineName[] = ["jax", "onnx"];

export async function openInNode(
  name: EngineName,
  config: Config,
  weights: Record<string, StoredTensor>,
): Promise<Engine> {
  if (name === "jax") return openJaxEngine("wasm", config, weights);
  const ort = await import("onnxruntime-web");
  ort.env.wasm.numThreads = 1;
  const engine = await openOnnxEngine(ort, "wasm", config, weights);
  Reflect.deleteProperty(globalThis, "Worker"); // set by the runtime; jax-js would take Node for a browser with threads
  return engine;
}

/** A shipped model on one of the engines. */
export async function modelInNode(engine: EngineName, name: string): Promise<ModelAtBuild> {
  const model = await modelAtBuild(name);
  return { ...model, engine: await openInNode(engine, model.manifest.config, model.weights) };
}
