/**
 * Bundles `lib/model/hub/worker.ts` into `public/hub/worker.js`, a worker's script that is fetched when a reader names a
 * repository, and transformers.js into a part of its own beside it, fetched when the reader agrees to a size. Next's
 * bundler never sees them. ONNX Runtime is not in them: it comes from `public/onnx/`, as everywhere on the site. Skipped
 * while nothing they are made from has changed.
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const OUT = "public/hub";
const STAMP = `${OUT}/stamp.txt`;
const SOURCES = ["lib/model", "lib/model/hub", "lib/model/onnx"];

function fingerprint() {
  const version = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
  const hash = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
  for (const folder of SOURCES)
    for (const file of readdirSync(folder).sort())
      if (/(?<!\.test)\.(ts|json)$/.test(file)) hash.update(readFileSync(join(folder, file)));
  return hash
    .update(["@huggingface/transformers", "onnxruntime-web", "esbuild"].map(version).join(" "))
    .digest("hex");
}

const stamp = fingerprint();
if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== stamp) {
  rmSync(OUT, { recursive: true, force: true }); // names of parts change with their content
  mkdirSync(OUT, { recursive: true });
  await build({
    entryPoints: ["lib/model/hub/worker.ts"],
    outdir: OUT,
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "error",
    alias: { "onnxruntime-web/webgpu": "./lib/model/hub/ort.ts" },
  });
  writeFileSync(STAMP, stamp);
  console.log(`wrote ${OUT}/`);
}
