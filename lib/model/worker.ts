/**
 * The model worker: holds one model and answers requests one after another, in the order they came.
 * A request cancelled before its turn is never run. When the GPU goes away, WASM takes over.
 */

import { reportLoads } from "../offline";
import { AdaptedEngines } from "./adapted-engines";
import { type DeviceVerdict, judge, timeRoundTrip, timeToken } from "./device";
import type { Engine, EngineSession } from "./engine";
import { openJaxEngine } from "./engines/jax";
import { fetchModelFile } from "./files";
import { ModelError } from "./language-model";
import type { Manifest } from "./manifest";
import type { Answer, Device, FromWorker, LoadRequest, Request, ToWorker } from "./protocol";
import { dequantize } from "./quantization";
import { readSafetensors, type StoredTensor } from "./safetensors";

interface Open {
  engine: Engine;
  manifest: Manifest;
  weights: Record<string, StoredTensor>;
}

reportLoads();

let open: Open | undefined;
const adapted = new AdaptedEngines();
const sessions = new Map<number, EngineSession>();
const cancelled = new Set<number>();
let queue: Promise<unknown> = Promise.resolve();

const post = (message: FromWorker, transfer: Transferable[] = []) =>
  (self as unknown as { postMessage(m: FromWorker, t: Transferable[]): void }).postMessage(message, transfer);

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("cancel" in data) cancelled.add(data.cancel);
  else queue = queue.then(() => serve(data.id, data.request));
};

async function serve(id: number, request: Request) {
  try {
    if (cancelled.delete(id)) throw new ModelError("aborted", "Cancelled.");
    const value = await answer(id, request);
    const buffers = Object.values(value ?? {}).filter((x) => x instanceof Float32Array);
    post(
      { id, type: "done", value },
      buffers.map((x) => x.buffer),
    );
  } catch (error) {
    const { code, message, file } = toModelError(error);
    post({ id, type: "failed", error: { code, message, file } });
  }
}

async function answer(id: number, request: Request): Promise<Answer | null> {
  if (request.type === "load") return load(id, request);
  if (request.type === "stop") {
    sessions.get(request.session)?.dispose();
    sessions.delete(request.session);
    return null;
  }
  const model = required(open);
  if (request.type === "adapter") {
    adapted.put(request.key, request.adapter);
    return null;
  }
  if (request.type === "weights")
    return { values: copyOf(adapted.weightsFor(model, request.mix), request.name) };
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  if (request.type === "trace") {
    const engine = adapted.engineFor(model, request.mix, sessions.size === 0);
    const trace = await engine.trace(request.tokens, request.want);
    return { tokens: request.tokens, ...trace, milliseconds: elapsed() };
  }
  if (request.type === "start") {
    const engine = adapted.engineFor(model, request.mix, sessions.size === 0);
    const session = await engine.start(request.tokens);
    sessions.set(request.session, session);
    return { logits: session.logits, milliseconds: elapsed() };
  }
  const logits = await required(sessions.get(request.session)).decode(request.token);
  return { logits, milliseconds: elapsed() };
}

async function load(id: number, { base, manifest, device }: LoadRequest): Promise<Answer> {
  // The GPU is tried out while the weights are on their way.
  const roundTrip = device === "wasm" ? undefined : timeRoundTrip();
  const file = "weights.safetensors";
  const bytes = await fetchModelFile(undefined, base, manifest, file, (loaded, total) =>
    post({ id, type: "progress", loaded, total, file }),
  );
  const weights = dequantize(readSafetensors(bytes).tensors);
  const wasm = await openJaxEngine("wasm", manifest.config, weights);
  open = { engine: wasm, manifest, weights };
  const verdict = await decide(device, wasm, await roundTrip);
  if (verdict.device === "webgpu") await moveToGpu(open);
  return verdict;
}

async function decide(
  wish: Device | "auto",
  wasm: Engine,
  roundTrip: number | undefined,
): Promise<DeviceVerdict> {
  if (wish === "wasm") return { device: "wasm", reason: "You chose WASM.", probe: {} };
  if (wish === "webgpu" && roundTrip !== undefined)
    return { device: "webgpu", reason: "You chose WebGPU.", probe: { webgpu: roundTrip } };
  const verdict = judge(await timeToken(wasm), roundTrip);
  const asked = wish === "webgpu" ? "You chose WebGPU. " : "";
  return { ...verdict, reason: asked + verdict.reason };
}

async function moveToGpu(model: Open) {
  model.engine.dispose();
  model.engine = await openJaxEngine("webgpu", model.manifest.config, model.weights);
  const { getWebGPUDevice } = await import("@jax-js/jax");
  getWebGPUDevice().lost.then(async ({ message }) => {
    sessions.clear();
    model.engine = await openJaxEngine("wasm", model.manifest.config, model.weights);
    post({ type: "device-lost", message, now: "wasm" });
  });
}

/** A copy, because an answer's arrays move to the page. */
function copyOf(weights: Open["weights"], name: string): Float32Array {
  if (!Object.hasOwn(weights, name))
    throw new ModelError("unknown", `This model has no tensor named "${name}".`);
  return Float32Array.from(weights[name].data);
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new ModelError("device", "The model was restarted; run this again.");
  return value;
}

function toModelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof RangeError) return new ModelError("too-long", error.message);
  return new ModelError("unknown", error instanceof Error ? error.message : String(error));
}
