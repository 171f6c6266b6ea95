import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mirror } from "./models-mirror.mjs";

/** A hub with one repository; `broken` arrives cut off. */
const hub = (/** @type {string[]} */ paths, broken = "") => {
  const body = (/** @type {string} */ path) => `content of ${path}`;
  return async (/** @type {unknown} */ address) => {
    const { pathname } = new URL(String(address));
    if (pathname === "/api/models/a/b/tree/main")
      return Response.json(paths.map((path) => ({ type: "file", path, size: body(path).length })));
    const path = pathname.replace("/a/b/resolve/main/", "");
    if (!paths.includes(path)) return new Response("", { status: 404 });
    return new Response(path === broken ? "cont" : body(path));
  };
};
const copy = async (/** @type {any} */ get, name = "a/b") => {
  const to = mkdtempSync(join(tmpdir(), "mirror-"));
  const done = mirror(name, { from: "https://school.example", to, get });
  const files = () =>
    readdirSync(to, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(to.length + 1))
      .sort();
  return { done, files, to };
};

it("copies configs, the tokenizer and the smallest weights, with what lies beside them", async () => {
  const repository = ["config.json", "tokenizer.json", "README.md", "model.safetensors"];
  const weights = [
    "onnx/model.onnx",
    "onnx/model_quantized.onnx",
    "onnx/model_quantized.onnx_data",
    "onnx/other.json",
  ];
  const { done, files, to } = await copy(hub([...repository, ...weights]));
  await done;
  const taken = [
    "config.json",
    "onnx/model_quantized.onnx",
    "onnx/model_quantized.onnx_data",
    "tokenizer.json",
  ];
  expect(files()).toEqual(taken.map((path) => `a/b/${path}`));
  expect(readFileSync(join(to, "a/b/config.json"), "utf8")).toBe("content of config.json");
});

it("leaves nothing that looks whole of a file that was cut off, and names it", async () => {
  const { done, files } = await copy(hub(["config.json", "onnx/model.onnx"], "onnx/model.onnx"));
  await expect(done).rejects.toThrow("onnx/model.onnx arrived with 4 bytes of 26");
  expect(files()).toEqual(["a/b/config.json"]);
});

it("says what is wrong with a name, an unknown repository, or one without ONNX", async () => {
  await expect((await copy(hub([]), "../b")).done).rejects.toThrow('"../b" is no name of a repository');
  await expect((await copy(hub([]), "a/c")).done).rejects.toThrow("tree/main?recursive=true answered 404");
  await expect((await copy(hub(["config.json"]))).done).rejects.toThrow("a/b has no onnx/model*.onnx");
});
