import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mirror } from "./models-mirror.mjs";

const hashOf = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");

/** A hub with one repository; what is in `broken` arrives as something else than was listed. */
const hub = (/** @type {string[]} */ paths, /** @type {Record<string, string>} */ broken = {}) => {
  const body = (/** @type {string} */ path) => `content of ${path}`;
  return async (/** @type {unknown} */ address) => {
    const { pathname } = new URL(String(address));
    if (pathname === "/api/models/a/b/tree/main")
      return Response.json(
        paths.map((path) => ({
          ...{ type: "file", path, size: body(path).length, oid: "0".repeat(40) },
          ...(path.endsWith(".onnx") && { lfs: { oid: hashOf(body(path)) } }),
        })),
      );
    const path = pathname.replace("/a/b/resolve/main/", "");
    if (!paths.includes(path)) return new Response("", { status: 404 });
    return new Response(broken[path] ?? body(path));
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
  const repository = [
    "config.json",
    "tokenizer.json",
    "1_Pooling/config.json",
    "README.md",
    "model.safetensors",
  ];
  const weights = [
    "onnx/model.onnx",
    "onnx/model_quantized.onnx",
    "onnx/model_quantized.onnx_data",
    "onnx/other.json",
  ];
  const { done, files, to } = await copy(hub([...repository, ...weights]));
  await done;
  const taken = [
    "1_Pooling/config.json",
    "config.json",
    "onnx/model_quantized.onnx",
    "onnx/model_quantized.onnx_data",
    "tokenizer.json",
  ];
  expect(files()).toEqual(
    ["api/models/a/b/tree/main", ...taken.map((path) => `a/b/resolve/main/${path}`)].sort(),
  );
  expect(readFileSync(join(to, "a/b/resolve/main/config.json"), "utf8")).toBe("content of config.json");
  const listed = JSON.parse(readFileSync(join(to, "api/models/a/b/tree/main"), "utf8"));
  expect(listed).toHaveLength(taken.length);
  expect(listed).toContainEqual(
    expect.objectContaining({
      path: "config.json",
      size: 22,
      lfs: { oid: hashOf("content of config.json") },
    }),
  );
});

it("leaves nothing that looks whole of a file that was cut off or damaged, and names it", async () => {
  const paths = ["config.json", "onnx/model.onnx"];
  const cut = await copy(hub(paths, { "onnx/model.onnx": "cont" }));
  await expect(cut.done).rejects.toThrow("onnx/model.onnx arrived with 4 bytes of 26");
  expect(cut.files()).toEqual(["a/b/resolve/main/config.json"]);
  const damaged = await copy(hub(paths, { "onnx/model.onnx": "content of onnx/model.onn?" }));
  await expect(damaged.done).rejects.toThrow(/onnx\/model.onnx arrived damaged: its SHA-256 is [0-9a-f]{64}/);
  expect(damaged.files()).toEqual(["a/b/resolve/main/config.json"]);
});

it("says what is wrong with a name, an unknown repository, or one without ONNX", async () => {
  await expect((await copy(hub([]), "../b")).done).rejects.toThrow('"../b" is no name of a repository');
  await expect((await copy(hub([]), "a/c")).done).rejects.toThrow("tree/main?recursive=true answered 404");
  await expect((await copy(hub(["config.json"]))).done).rejects.toThrow("a/b has no onnx/model*.onnx");
});
