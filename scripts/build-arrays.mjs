/**
 * Bundles the arrays of cells with jax-js into `public/arrays/engine.js`: the page hands it, as text, to the
 * kernel whose cells use them, and the build loads it from the disk. Skipped while nothing it is made from has
 * changed.
 */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const SOURCE = "lib/arrays";
const OUT = "public/arrays/engine.js";
const STAMP = "public/arrays/stamp.txt";

/** A cell's worker has no GPU: the backends for one are left out. */
const withoutGpu = {
  name: "without-gpu",
  setup(build) {
    build.onResolve({ filter: /^\.\/web(gpu|gl)-/ }, () => ({ path: "no-gpu", namespace: "none" }));
    build.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "export {};" }));
  },
};

function fingerprint() {
  const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
  const hash = createHash("sha256").update(readFileSync(fileURLToPath(import.meta.url)));
  for (const file of readdirSync(SOURCE).sort())
    if (file.endsWith(".ts") && !file.endsWith(".test.ts")) hash.update(readFileSync(join(SOURCE, file)));
  return hash.update(`${version("@jax-js/jax")} ${version("esbuild")}`).digest("hex");
}

const stamp = fingerprint();
if (!existsSync(OUT) || !existsSync(STAMP) || readFileSync(STAMP, "utf8") !== stamp) {
  mkdirSync(dirname(OUT), { recursive: true });
  await build({
    entryPoints: [`${SOURCE}/module.ts`],
    outfile: OUT,
    bundle: true,
    minify: true,
    keepNames: true, // errors of readers name these
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "error",
    plugins: [withoutGpu],
  });
  writeFileSync(STAMP, stamp);
  console.log(`wrote ${OUT}`);
}
