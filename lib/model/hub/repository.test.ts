import { createHash } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";
import { FakeCaches } from "../fake-caches";
import { listRepository } from "./repository";

const host = "https://school.example/hub/";
const noGpu = { missing: "WebGPU is not available here.", f16: false };
const gpu = { f16: false };
const MB = 1e6;

beforeEach(() => vi.stubGlobal("caches", new FakeCaches()));

const gitSha1 = (text: string) => createHash("sha1").update(`blob ${text.length}\0${text}`).digest("hex");

/** A server with one repository, `a/b`: texts by their names, and weights by their sizes alone. */
function serve(texts: Record<string, string>, weights: Record<string, number> = {}, answer?: () => Response) {
  const small = Object.entries(texts).map(([path, text]) => ({
    path,
    size: text.length,
    oid: gitSha1(text),
  }));
  const large = Object.entries(weights).map(([path, size]) => ({
    ...{ path, size, oid: "1".repeat(40), lfs: { oid: "2".repeat(64), size, pointerSize: 130 } },
  }));
  const list = [...small, ...large].map((entry) => ({ type: "file", ...entry }));
  vi.stubGlobal("fetch", async (url: string) => {
    const path = url.slice(host.length).replace(/\?.*/, "");
    if (path === "api/models/a/b/tree/main") return answer?.() ?? Response.json(list);
    const text = texts[path.replace("a/b/resolve/main/", "")];
    return text === undefined ? new Response("", { status: 404 }) : new Response(text);
  });
}

const ask = (device: "auto" | "wasm" | "webgpu" = "auto", has: typeof noGpu | typeof gpu = noGpu) =>
  listRepository({ type: "list", repository: "a/b", host, device }, has);

const writer = {
  "config.json": '{"architectures":["LlamaForCausalLM"]}',
  "tokenizer.json": "{}",
  "README.md": "",
};
const embedder = { "config.json": '{"architectures":["BertModel"]}' };

it("lists what is fetched, with sizes and hashes: configs, the tokenizer, the smallest weights and what lies beside them", async () => {
  serve(writer, {
    ...{ "onnx/model.onnx": 400, "onnx/model_quantized.onnx": 100, "onnx/model_quantized.onnx_data": 20 },
    ...{ "onnx/model_q4f16.onnx": 50, "model.safetensors": 400 },
  });
  const listing = await ask();
  expect(listing).toMatchObject({ task: "text-generation", dtype: "q8", bytes: 38 + 2 + 120 });
  expect(listing.files).toEqual({
    "config.json": { bytes: 38, gitSha1: gitSha1(writer["config.json"]) },
    "tokenizer.json": { bytes: 2, gitSha1: gitSha1("{}") },
    "onnx/model_quantized.onnx": { bytes: 100, sha256: "2".repeat(64) },
    "onnx/model_quantized.onnx_data": { bytes: 20, sha256: "2".repeat(64) },
  });
});

it("takes the task from the architecture, and from a file that says how to pool", async () => {
  const weights = { "onnx/model.onnx": 1 };
  serve(embedder, weights);
  expect(await ask()).toMatchObject({ task: "feature-extraction", pooling: "mean" });
  for (const [says, pooling] of [
    ["pooling_mode_cls_token", "cls"],
    ["pooling_mode_lasttoken", "last_token"],
  ]) {
    serve({ ...writer, "1_Pooling/config.json": `{"${says}":true}` }, weights);
    expect(await ask()).toMatchObject({ task: "feature-extraction", pooling });
  }
  serve({ ...embedder, "1_Pooling/config.json": '{"pooling_mode_max_tokens":true}' }, weights);
  await expect(ask()).rejects.toThrow("a way of pooling that this page does not know");
  serve({ "config.json": '{"architectures":["WhisperForConditionalGeneration"]}' }, weights);
  await expect(ask()).rejects.toThrow("names the architecture WhisperForConditionalGeneration");
});

it.each([
  ["auto", noGpu, 100, "wasm", "q8", "WebGPU is not available here."],
  ["auto", gpu, 10, "wasm", "q8", "Its weights are small"],
  ["auto", gpu, 100, "webgpu", "q4", "its weights are large"],
  ["auto", { f16: true }, 100, "webgpu", "q4f16", "its weights are large"],
  ["wasm", gpu, 100, "wasm", "q8", "You chose WASM."],
  ["webgpu", gpu, 10, "webgpu", "q4", "You chose WebGPU."],
  ["webgpu", noGpu, 10, "wasm", "q8", "WebGPU is not available here."],
] as const)("wished %s, with %o and %i MB: on %s, in %s", async (wish, has, size, device, dtype, reason) => {
  serve(writer, {
    ...{ "onnx/model_quantized.onnx": size * MB, "onnx/model_q4.onnx": size * MB },
    "onnx/model_q4f16.onnx": size * MB,
  });
  const listing = await ask(wish, has);
  expect(listing).toMatchObject({ device, dtype });
  expect(listing.deviceReason).toContain(reason);
});

it("says what is wrong: no such repository, no weights that run, another server, another list", async () => {
  serve({}, {}, () => new Response("", { status: 401 }));
  await expect(ask()).rejects.toThrow(
    `There is no repository a/b at ${host}, or it is not public (it answered 401).`,
  );
  serve(writer, { "onnx/model_q4f16.onnx": 1 });
  await expect(ask()).rejects.toThrow("a/b has no weights in onnx/ that run here");
  serve({ "README.md": "" });
  await expect(ask()).rejects.toThrow("a/b has no config.json");
  serve({}, {}, () => Response.json({ error: "no" }));
  await expect(ask()).rejects.toThrow("is not laid out like the hub");
  serve({}, {}, () => new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } }));
  await expect(ask()).rejects.toThrow("a web page in the place of");
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(ask()).rejects.toThrow(`${host} could not be reached`);
});

it("keeps nothing of a file with another hash than was listed, and names both", async () => {
  serve(writer, { "onnx/model.onnx": 1 });
  const fetch = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string) =>
    url.includes("config.json") ? new Response(writer["config.json"].replace("Llama", "Lxama")) : fetch(url),
  );
  await expect(ask()).rejects.toThrow(
    /config\.json arrived damaged: its SHA-1 is [0-9a-f]{16}…, and [0-9a-f]{16}… was expected/,
  );
  expect(await (await caches.open("")).keys()).toEqual([]);
});
