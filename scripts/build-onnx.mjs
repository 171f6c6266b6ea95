/**
 * Copies ONNX Runtime's files into `public/onnx/`, so that it comes from our own origin: of two builds the module, its
 * glue and the WebAssembly. `lib/model/onnx/runtime.ts` loads one of them when a reader asks for it; Next's bundler
 * never sees them. Their sizes and hashes go into `files.json` beside it, which is committed, so that a page can tell the
 * size before anything is fetched, and what arrives is checked.
 */

import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FROM = join(ROOT, "node_modules", "onnxruntime-web", "dist");
const OUT = join(ROOT, "public", "onnx");
const LIST = join(ROOT, "lib", "model", "onnx", "files.json");

/** `jspi` brings WebGPU. It is 10 MB smaller than the build without JSPI, which is too large for some hosts. */
const FILES = ["wasm", "jspi"].flatMap((build) => {
  const glue = build === "wasm" ? "ort-wasm-simd-threaded" : `ort-wasm-simd-threaded.${build}`;
  return [`ort.${build}.min.mjs`, `${glue}.mjs`, `${glue}.wasm`];
});

/** `files.json` for the installed version. */
function listFiles() {
  const files = FILES.map((file) => {
    const data = readFileSync(join(FROM, file));
    return [file, { bytes: data.length, sha256: createHash("sha256").update(data).digest("hex") }];
  });
  return `${JSON.stringify({ files: Object.fromEntries(files) }, null, 2)}\n`;
}

function copy() {
  const list = listFiles();
  if (readFileSync(LIST, "utf8") !== list) {
    writeFileSync(LIST, list);
    console.log("wrote lib/model/onnx/files.json, of a new version of ONNX Runtime: commit it");
  }
  mkdirSync(OUT, { recursive: true });
  for (const file of readdirSync(OUT)) if (!FILES.includes(file)) rmSync(join(OUT, file));
  const stale = FILES.filter((file) => !isCopied(file));
  for (const file of stale) copyFileSync(join(FROM, file), join(OUT, file));
  if (stale.length > 0) console.log("wrote public/onnx/");
}

/** @param {string} file */
function isCopied(file) {
  const to = join(OUT, file);
  return existsSync(to) && readFileSync(to).equals(readFileSync(join(FROM, file)));
}

copy();
