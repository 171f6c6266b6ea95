/**
 * Runs a model of the hub with transformers.js. `scripts/build-hub.mjs` bundles this; the library is in a part of its
 * own, which is fetched when the reader agrees to a size. Before that only lists and configs are.
 */
import { fetchModelFile } from "../files";
import type { Kept } from "../kept";
import { loadRuntime, whyNoWebGpu } from "../onnx/runtime";
import { runtimeBytes } from "../place";
import { setRuntime } from "./ort";
import type { Answers, FromWorker, Loaded, Request } from "./protocol";
import { baseOf, type Gpu, listRepository } from "./repository";
import type { HubNetwork } from "./run";

let network: HubNetwork;

const post = (message: FromWorker) => self.postMessage(message);

self.onmessage = async ({ data: { id, request } }: MessageEvent<{ id: number; request: Request }>) => {
  try {
    post({ type: "done", id, value: await answer(request) });
  } catch (error) {
    post({ type: "failed", id, message: toMessage(error) });
  }
};

async function answer(request: Request): Promise<Answers[Request["type"]]> {
  switch (request.type) {
    case "list":
      return listRepository(request, await findGpu());
    case "load":
      return load(request);
    case "next":
      return network.next(request.prompt);
    case "write":
      return network.write(request.prompt, request.most, (text) => post({ type: "said", text }));
    case "stop":
      return network.stop();
    case "embed":
      return network.embed(request.sentences);
  }
}

async function findGpu(): Promise<Gpu> {
  const missing = whyNoWebGpu();
  const adapter = missing ? null : await navigator.gpu.requestAdapter();
  return {
    missing: missing ?? (adapter ? undefined : "WebGPU finds no graphics card here."),
    f16: adapter?.features.has("shader-f16") ?? false,
  };
}

async function load({ listing, runtime }: Extract<Request, { type: "load" }>): Promise<Loaded> {
  const start = performance.now();
  const loaded = new Map<string, number>();
  const total = listing.bytes + runtimeBytes(`onnx-${listing.device}`);
  const tell = (bytes: number, _: number, file: string) => {
    loaded.set(file, bytes);
    post({ type: "progress", loaded: [...loaded.values()].reduce((a, b) => a + b, 0), total });
  };
  setRuntime(await loadRuntime(listing.device, runtime, tell));
  let kept: Kept = "kept";
  const fetchFile = (name: string) =>
    fetchModelFile(undefined, baseOf(listing), listing, name, tell, (how) => {
      if (how !== "kept") kept = how;
    });
  const { HubNetwork } = await import("./run");
  network = new HubNetwork(listing, fetchFile);
  const { device, fallback } = await network.open();
  return { kind: network.kind, device, fallback, milliseconds: performance.now() - start, kept };
}

function toMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/bad_alloc|out of memory|allocation failed|out of bounds/i.test(message))
    return `There is not enough memory for this model here. Close other tabs, or take a smaller one. (${message})`;
  if (/is not valid JSON|protobuf parsing failed/i.test(message))
    return `A file of this repository is not what its name says: it is broken there too. (${message})`;
  return message;
}
