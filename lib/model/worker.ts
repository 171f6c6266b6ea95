/**
 * The model worker: holds one model and answers requests one after another, in the order they came.
 * A request cancelled before its turn is never run. When the GPU goes away, WASM takes over.
 */

import { BASE } from "@/lib/base";
import { reportLoads } from "../offline";
import { AdaptedEngines } from "./adapted-engines";
import { type DeviceVerdict, judge, timeRoundTrip, timeToken } from "./device";
import type { Engine, EngineSession } from "./engine";
import { openJaxEngine } from "./engines/jax";
import { type FakeQuantization, fakeQuantizeAll } from "./fake-quantize";
import { fetchModelFile, type Progress } from "./files";
import { checkFinite } from "./finite";
import type { Kept } from "./kept";
import { ModelError } from "./language-model";
import type { Manifest } from "./manifest";
import { parsePlace } from "./place";
import type { Answer, Device, FromWorker, LoadRequest, OnWeights, Request, ToWorker } from "./protocol";
import { dequantize } from "./quantization";
import { readSafetensors, type StoredTensor } from "./safetensors";

interface Open {
  engine: Engine;
  manifest: Manifest;
  weights: Record<string, StoredTensor>;
}

reportLoads();

/** What runs some weights. */
interface Owner {
  engine: Engine;
  /** How they differ from the shipped ones, for messages: `weights of 2 bits`. */
  changed?: string;
}

/** Weights derived from the shipped ones. */
interface Variant extends Owner {
  weights: Open["weights"];
}

let open: Open | undefined;
const variants = new Map<number, Variant>();
const adapted = new AdaptedEngines();
const sessions = new Map<number, EngineSession>();
/** Whose weights a session reads with. */
const owners = new WeakMap<EngineSession, Owner>();
const cancelled = new Set<number>();
let queue: Promise<unknown> = Promise.resolve();
/** Resolves when the GPU that the model runs on goes away. */
let lost: Promise<unknown> | undefined;

const post = (message: FromWorker, transfer: Transferable[] = []) =>
  (self as unknown as { postMessage(m: FromWorker, t: Transferable[]): void }).postMessage(message, transfer);

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if ("cancel" in data) cancelled.add(data.cancel);
  else queue = queue.then(() => serve(data.id, data.request));
};

async function serve(id: number, request: Request) {
  // WASM may have taken over by the time that the failure is caught.
  const gone = lost;
  try {
    if (cancelled.delete(id)) throw new ModelError("aborted", "Cancelled.");
    const value = await answer(id, request);
    const buffers = Object.values(value ?? {}).filter((x) => x instanceof Float32Array);
    post(
      { id, type: "done", value },
      buffers.map((x) => x.buffer),
    );
  } catch (error) {
    const { code, message, file } = await toModelError(error, gone ?? lost);
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
  if (request.type === "quantize") return quantize(required(open), request.variant, request.quantization);
  if (request.type === "drop") return drop(request.variant);
  if (request.type === "adapter") {
    adapted.put(request.key, request.adapter);
    return null;
  }
  const { n_vocab } = required(open).manifest.config;
  if (request.type === "weights") return { values: copyOf(weightsOf(request), request.name) };
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  if (request.type === "trace") {
    const { engine, changed } = ownerOf(request);
    const trace = await engine.trace(request.tokens, request.want);
    checkFinite(trace.logits, n_vocab, { ...request.want, changed });
    return { tokens: request.tokens, ...trace, milliseconds: elapsed() };
  }
  if (request.type === "start") {
    const owner = ownerOf(request);
    const session = await owner.engine.start(request.tokens, request.experts);
    sessions.set(request.session, session);
    owners.set(session, owner);
    checkFinite(session.logits, n_vocab, owner);
    return { logits: session.logits, milliseconds: elapsed() };
  }
  const session = required(sessions.get(request.session));
  if (request.type === "rewind") {
    session.rewind(request.length);
    return null;
  }
  const logits = await (request.type === "decode"
    ? session.decode(request.token)
    : session.extend(request.tokens));
  checkFinite(logits, n_vocab, owners.get(session));
  return { logits, milliseconds: elapsed() };
}

/** What answers a request: the model as shipped, a variant of it, or the model with adapters. */
function ownerOf({ variant, mix }: OnWeights): Owner {
  const model = required(open);
  if (variant !== undefined) return required(variants.get(variant));
  if (!mix) return model;
  return { engine: adapted.engineFor(model, mix, sessions.size === 0), changed: "adapters" };
}

function weightsOf({ variant, mix }: OnWeights): Open["weights"] {
  if (variant !== undefined) return required(variants.get(variant)).weights;
  return adapted.weightsFor(required(open), mix);
}

function quantize({ engine, weights }: Open, variant: number, quantization: FakeQuantization): null {
  const rounded = fakeQuantizeAll(weights, quantization);
  const changed = `weights of ${quantization.bits} bits`;
  variants.set(variant, {
    engine: engine.withWeights(rounded),
    weights: { ...weights, ...rounded },
    changed,
  });
  return null;
}

function drop(number: number): null {
  const variant = variants.get(number);
  for (const [id, session] of sessions) {
    if (!variant || owners.get(session) !== variant) continue;
    session.dispose();
    sessions.delete(id);
  }
  variant?.engine.dispose();
  variants.delete(number);
  return null;
}

async function load(id: number, { base, manifest, place }: LoadRequest): Promise<Answer> {
  const onProgress: Progress = (loaded, total, file) => post({ id, type: "progress", loaded, total, file });
  const { engine, device } = parsePlace(place);
  // The GPU is tried out, or the runtime fetched, while the weights are on their way.
  const roundTrip = engine === "jax" && device !== "wasm" ? timeRoundTrip() : undefined;
  const onnx = engine === "onnx" ? prepareOnnx(device, onProgress) : undefined;
  onnx?.catch(() => {}); // it is waited for below, if the weights come
  let kept: Kept | undefined;
  const bytes = await fetchModelFile(undefined, base, manifest, "weights.safetensors", onProgress, (how) => {
    kept = how;
  });
  const weights = dequantize(readSafetensors(bytes).tensors);
  const verdict = onnx
    ? await openWithOnnx(manifest, weights, await onnx)
    : await openWithJax(manifest, weights, device, await roundTrip);
  return { engine, ...verdict, kept };
}

async function openWithJax(
  manifest: Manifest,
  weights: Open["weights"],
  wish: Device | "auto",
  roundTrip: number | undefined,
): Promise<DeviceVerdict> {
  const wasm = await openJaxEngine("wasm", manifest.config, weights);
  open = { engine: wasm, manifest, weights };
  const verdict = await decide(wish, wasm, roundTrip);
  if (verdict.device === "webgpu") await moveToGpu(open);
  return verdict;
}

/** The runtime for the wished device, or for WASM where there is no such. Its code is fetched only now. */
async function prepareOnnx(wish: Device | "auto", onProgress: Progress) {
  const [{ loadRuntime, whyNoWebGpu }, { openOnnxEngine }] = await Promise.all([
    import("./onnx/runtime"),
    import("./engines/onnx"),
  ]);
  const missing = wish === "webgpu" ? whyNoWebGpu() : undefined;
  const device: Device = wish === "webgpu" && !missing ? "webgpu" : "wasm";
  const reason =
    `You chose ONNX Runtime on ${wish === "webgpu" ? "WebGPU" : "WASM"}. ${missing ?? ""}`.trim();
  return { ort: await loadRuntime(device, `${BASE}/onnx/`, onProgress), device, reason, openOnnxEngine };
}

async function openWithOnnx(
  manifest: Manifest,
  weights: Open["weights"],
  { ort, device, reason, openOnnxEngine }: Awaited<ReturnType<typeof prepareOnnx>>,
): Promise<DeviceVerdict> {
  open = { engine: await openOnnxEngine(ort, device, manifest.config, weights), manifest, weights };
  if (device === "webgpu") watch(open, (await ort.env.webgpu.device).lost);
  return { device, reason, probe: {} };
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
  watch(model, getWebGPUDevice().lost);
}

/** When the GPU goes away, jax-js goes on, on WASM: its code is here, and needs nothing fetched. */
function watch(model: Open, gone: Promise<GPUDeviceLostInfo>) {
  lost = gone;
  gone.then(async ({ message }) => {
    sessions.clear();
    variants.clear();
    model.engine = await openJaxEngine("wasm", model.manifest.config, model.weights);
    lost = undefined;
    post({ type: "device-lost", message });
  });
}

/** Whether a failure is the GPU's: its work may fail a moment before it is reported lost. */
async function isGpuLost(gone: typeof lost): Promise<boolean> {
  if (!gone) return false;
  const moment = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 50));
  return Promise.race([gone.then(() => true), moment]);
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

async function toModelError(error: unknown, gone: typeof lost): Promise<ModelError> {
  if (error instanceof ModelError) return error;
  if (await isGpuLost(gone))
    return new ModelError(
      "device",
      "The GPU went away in the middle of this. WASM takes over: run it again.",
    );
  if (error instanceof RangeError && /memory|allocation/i.test(error.message))
    return new ModelError(
      "memory",
      `There is not enough memory. Close other tabs and try again. (${error.message})`,
    );
  return new ModelError("unknown", error instanceof Error ? error.message : String(error));
}
