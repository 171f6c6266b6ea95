/**
 * Bundles the code that runs outside the page — the sandbox's frame, broker and kernel, the kernel for Node,
 * the module that checks import — into TypeScript files that export it as text.
 *
 * The files are checked in, so that dev, build, tests and the type checker need no step before them; a test
 * (`lib/sandbox/generated.test.ts`) fails when they lag behind their sources.
 *
 *     node scripts/build-sandbox.mjs            write them
 *     node scripts/build-sandbox.mjs --check    exit 1 if one is out of date
 */

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const classic = { format: "iife", platform: "browser" };
const module = { format: "esm", platform: "browser" };
const thread = { format: "cjs", platform: "node" };

/** [generated file, source, how it is bundled] */
const bundles = [
  ["lib/sandbox/generated/frame.ts", "lib/sandbox/frame.ts", classic],
  ["lib/sandbox/generated/broker.ts", "lib/sandbox/broker.ts", classic],
  ["lib/sandbox/generated/kernel.ts", "lib/sandbox/kernel.ts", classic],
  ["lib/notebook/generated/exercise-module.ts", "lib/notebook/exercise-module.ts", module],
  ["lib/notebook/generated/node-kernel.ts", "lib/notebook/node-kernel.ts", thread],
];

/** [generated file, source]: what the editor's TypeScript reads, word for word. */
const sources = [
  ["lib/notebook/generated/stdlib-source.ts", "lib/notebook/stdlib.ts"],
  ["lib/notebook/generated/arrays-source.ts", "lib/arrays/api.ts"],
];

async function bundle(source, options) {
  const result = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    target: "es2022",
    legalComments: "none",
    ...options,
  });
  return result.outputFiles[0].text;
}

/** One line of text per line of code keeps the diffs readable. */
function toFile(source, text, extra = "") {
  const lines = text.split("\n").map((line) => `  ${JSON.stringify(line)},`);
  return [
    "// biome-ignore-all format: generated",
    "// biome-ignore-all lint: generated",
    `// Made from ${source} by \`node scripts/build-sandbox.mjs\`. Do not edit.`,
    "",
    `export default [\n${lines.join("\n")}\n].join("\\n");`,
    extra,
  ].join("\n");
}

function sha256(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

async function generate() {
  const files = new Map();
  for (const [file, source, options] of bundles) {
    const text = await bundle(source, options);
    const isFrame = source.endsWith("/frame.ts");
    const hash = isFrame
      ? `\n/** For the content security policy. */\nexport const hash = "${sha256(text)}";\n`
      : "";
    files.set(file, toFile(source, text, hash));
  }
  for (const [file, source] of sources) files.set(file, toFile(source, readFileSync(source, "utf8")));
  return files;
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

const stale = [...(await generate())].filter(([file, text]) => read(file) !== text);
if (process.argv.includes("--check")) {
  for (const [file] of stale)
    console.error(`${file} is older than its source: run \`node scripts/build-sandbox.mjs\`.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`wrote ${file}`);
  }
}
