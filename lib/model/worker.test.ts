import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { manifest as manifestSchema } from "./manifest";
import type { FromWorker, Loaded, Request, Step, ToWorker, Trace } from "./protocol";

vi.mock("../offline", () => ({ reportLoads: () => {} }));
/** ONNX Runtime as Node has it; a page fetches its files. */
vi.mock("./onnx/runtime", () => ({
  whyNoWebGpu: () => "WebGPU is not available here.",
  loadRuntime: async () => {
    const ort = await import("onnxruntime-web");
    ort.env.wasm.numThreads = 1;
    return ort;
  },
}));

const folder = "public/models/story-1m/";
const manifest = manifestSchema.parse(JSON.parse(await readFile(`${folder}manifest.json`, "utf8")));
const { n_layer, n_head, n_vocab } = manifest.config;
const tokens = [0, 300, 301, 302];

/** The worker itself, in this thread: its messages go and come by function calls. */
const worker: { onmessage?: (event: { data: ToWorker }) => void } = {};
const messages: FromWorker[] = [];
const waiting = new Map<number, (message: FromWorker) => void>();
let count = 0;

async function ask<Answer>(request: Request): Promise<Answer> {
  const id = ++count;
  const message = await new Promise<FromWorker>((resolve) => {
    waiting.set(id, resolve);
    worker.onmessage!({ data: { id, request } });
  });
  if (message.type === "failed") throw message.error;
  return (message as Extract<FromWorker, { type: "done" }>).value as Answer;
}

beforeAll(async () => {
  vi.stubGlobal(
    "self",
    Object.assign(worker, {
      postMessage(message: FromWorker) {
        messages.push(message);
        if (message.type === "done" || message.type === "failed") waiting.get(message.id)?.(message);
      },
    }),
  );
  vi.stubGlobal("fetch", async (url: string) => {
    const [file] = url.replace("/models/story-1m/", "").split("?");
    return new Response(new Uint8Array(await readFile(folder + file)));
  });
  await import("./worker");
  await ask({ type: "load", base: "/models/story-1m/", manifest, place: "wasm" });
});

const gates = (value: number) => Array.from({ length: n_layer }, () => Array(n_head).fill(value) as number[]);
const distance = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, x, i) => sum + Math.abs(x - b[i]), 0) / a.length;

describe("the model worker", () => {
  it("tells the whole size before the first byte", () => {
    const { bytes } = manifest.files["weights.safetensors"];
    expect(messages[0]).toMatchObject({ type: "progress", loaded: 0, total: bytes });
  });

  it("names the heads that made NaN of the logits, and goes on answering", async () => {
    const heads = gates(1);
    heads[2][1] = Number.POSITIVE_INFINITY;
    await expect(ask({ type: "trace", tokens, want: { heads } })).rejects.toMatchObject({
      code: "not-finite",
      message: expect.stringMatching(/contain NaN\. What was changed: head 1 of layer 2 × Infinity/),
    });
    const { logits } = await ask<Trace>({ type: "trace", tokens });
    expect(logits.every(Number.isFinite)).toBe(true);
  });

  it("answers with weights of few bits beside those as shipped, until they are dropped", async () => {
    const shipped = (await ask<Trace>({ type: "trace", tokens })).logits;
    const far: number[] = [];
    for (const [variant, bits] of [8, 2].entries()) {
      await ask({ type: "quantize", variant, quantization: { bits, granularity: "channel" } });
      const { logits } = await ask<Trace>({ type: "trace", tokens, variant });
      far.push(distance(logits, shipped));
    }
    expect(far[0]).toBeLessThan(0.01); // the shipped weights are of eight bits themselves
    expect(far[1]).toBeGreaterThan(100 * far[0]);
    expect(distance((await ask<Trace>({ type: "trace", tokens })).logits, shipped)).toBe(0);

    const session = 7;
    const begun = await ask<Step>({ type: "start", session, tokens, variant: 1 });
    expect(distance(begun.logits, shipped.slice(-n_vocab))).toBeGreaterThan(0.1);
    await ask({ type: "drop", variant: 1 });
    const restarted = { code: "device", message: expect.stringContaining("run this again") };
    await expect(ask({ type: "decode", session, token: 300 })).rejects.toMatchObject(restarted);
    await expect(ask({ type: "trace", tokens, variant: 1 })).rejects.toMatchObject(restarted);
    expect(distance((await ask<Trace>({ type: "trace", tokens, variant: 0 })).logits, shipped)).toBe(far[0]);
  });

  it("answers in the order of asking, and never runs what was cancelled before its turn", async () => {
    const first = ask<Trace>({ type: "trace", tokens });
    const second = ask<Trace>({ type: "trace", tokens });
    const done: string[] = [];
    const seen = [
      first.then(() => done.push("first")),
      second.catch(({ code }: { code: string }) => done.push(code)),
      ask<Trace>({ type: "trace", tokens }).then(() => done.push("third")),
    ];
    worker.onmessage!({ data: { cancel: count - 1 } });
    await Promise.all(seen);
    expect(done).toEqual(["first", "aborted", "third"]);
  });

  it("says what is out of range, and takes none of it for a text that is too long", async () => {
    await expect(
      ask({ type: "quantize", variant: 5, quantization: { bits: 1, granularity: "tensor" } }),
    ).rejects.toMatchObject({ code: "unknown", message: "Weights are quantized to 2 to 8 bits, not 1." });
    await expect(ask({ type: "trace", tokens: Array(300).fill(1) })).rejects.toMatchObject({
      code: "unknown",
      message: expect.stringContaining("256 tokens at once, not 300"),
    });
  });

  it("answers from ONNX Runtime as from jax-js, with weights as shipped, of few bits and with heads cut out", async () => {
    const heads = gates(1);
    heads[1][2] = 0;
    const asked = async () => {
      const logits = [
        await ask<Trace>({ type: "trace", tokens }),
        await ask<Trace>({ type: "trace", tokens, want: { heads } }),
      ];
      await ask({ type: "quantize", variant: 9, quantization: { bits: 3, granularity: "channel" } });
      return [...logits, await ask<Trace>({ type: "trace", tokens, variant: 9 })].map(
        (trace) => trace.logits,
      );
    };
    const jax = await asked();
    const load = { type: "load", base: "/models/story-1m/", manifest } as const;
    expect(await ask<Loaded>({ ...load, place: "onnx-webgpu" })).toMatchObject({
      ...{ engine: "onnx", device: "wasm" },
      reason: "You chose ONNX Runtime on WebGPU. WebGPU is not available here.",
    });
    const onnx = await asked();
    for (const [i, logits] of onnx.entries()) {
      expect(distance(logits, jax[i])).toBeLessThan(1e-4);
      if (i > 0) expect(distance(logits, onnx[0])).toBeGreaterThan(0.01);
    }
  });
});
