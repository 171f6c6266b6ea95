import { readFile, stat } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type OpenOptions, openModel } from "./client";
import type { FromWorker, Request, ToWorker } from "./protocol";

const folder = "public/models/story-1m/";

/** Stands in for the worker: remembers what it is asked, answers when a test says so. */
class FakeWorker {
  static newest: FakeWorker;
  asked: { id: number; request: Request }[] = [];
  cancelled: number[] = [];
  terminated = false;
  onmessage?: (event: { data: FromWorker }) => void;
  onerror?: (event: { message: string }) => void;

  constructor() {
    FakeWorker.newest = this;
  }

  postMessage(message: ToWorker) {
    if ("cancel" in message) this.cancelled.push(message.cancel);
    else this.asked.push(message);
    if ("request" in message && message.request.type === "load") {
      this.say({
        id: message.id,
        type: "progress",
        loaded: 0,
        total: 1_142_464,
        file: "weights.safetensors",
      });
      this.answer({ engine: "jax", device: "wasm", reason: "", probe: {}, kept: "full" });
    }
  }

  terminate() {
    this.terminated = true;
  }

  say(data: FromWorker) {
    this.onmessage?.({ data });
  }

  /** Answers the newest request. */
  answer(value: Extract<FromWorker, { type: "done" }>["value"]) {
    this.say({ id: this.asked.at(-1)!.id, type: "done", value });
  }
}

const open = (options?: OpenOptions) => openModel(undefined, "/models/story-1m/", options);

beforeEach(() => {
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("fetch", async (url: string) => {
    const file = url.replace("/models/story-1m/", "").replace(/\?.*/, "");
    return new Response(new Uint8Array(await readFile(folder + file)));
  });
});
afterEach(() => vi.unstubAllGlobals());

describe("openModel", () => {
  it("counts the bytes of all files together, the whole from the beginning", async () => {
    const seen: [number, number][] = [];
    await open({ onProgress: (loaded, total) => seen.push([loaded, total]) });
    expect(seen[0]).toEqual([0, 1_142_464 + 49_588]);
    expect(seen.at(-1)).toEqual([49_588, 1_142_464 + 49_588]); // this worker fetched nothing
    await open({ place: "onnx-wasm", onProgress: (_, total) => seen.push([0, total]) });
    const runtime = (await stat("node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm")).size;
    expect(seen.at(-1)).toEqual([0, 1_142_464 + 49_588 + runtime]);
  });

  it("passes on that the browser had no room for the files", async () => {
    expect((await open()).storageFull).toBe(true);
  });

  it("forgets a request that is cancelled, and tells the worker", async () => {
    const model = await open();
    const stop = new AbortController();
    const trace = model.trace(stop.signal, [0]);
    stop.abort();
    await expect(trace).rejects.toThrow("aborted");
    const { asked, cancelled } = FakeWorker.newest;
    expect(cancelled).toEqual([asked.at(-1)!.id]);
  });

  it("answers no more once it is closed, and leaves nobody waiting", async () => {
    const model = await open();
    const waiting = model.trace(undefined, [0]);
    model.close();
    await expect(waiting).rejects.toThrow("The model was closed.");
    await expect(model.trace(undefined, [0])).rejects.toThrow("The model was closed.");
    expect(FakeWorker.newest.terminated).toBe(true);
  });

  it("says so when the worker breaks down", async () => {
    const stopped = vi.fn();
    const model = await open({ onStopped: stopped });
    const waiting = model.trace(undefined, [0]);
    FakeWorker.newest.onerror?.({ message: "out of memory" });
    await expect(waiting).rejects.toThrow("The model's worker broke down: out of memory. Try again.");
    expect(stopped).toHaveBeenCalledOnce();
  });

  it("asks a quantized variant beside the shipped model, and frees it", async () => {
    const model = await open();
    const worker = FakeWorker.newest;
    const last = () => worker.asked.at(-1)!.request;
    const opening = model.quantize(undefined, { bits: 4, granularity: 32 });
    const { variant } = last() as Extract<Request, { type: "quantize" }>;
    expect(last()).toEqual({ type: "quantize", variant, quantization: { bits: 4, granularity: 32 } });
    worker.answer(null);
    const quantized = await opening;
    void quantized.trace(undefined, [0]).catch(() => {});
    expect(last()).toMatchObject({ type: "trace", variant });
    void model.trace(undefined, [0]).catch(() => {});
    expect(last()).not.toHaveProperty("variant");
    quantized.close();
    expect(last()).toEqual({ type: "drop", variant });
  });
});
