import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { main, Stop } from "./cli.mjs";
import { ROOT } from "./paths.mjs";

const HUB = "https://huggingface.co/";
/** Ends of the names of weights in `onnx/`, the first that a repository has is taken: as `lib/model/hub/worker.ts` does. */
const KINDS = ["_quantized", "_int8", "_uint8", "_q4", "", "_fp16", "_bnb4"];
const USAGE = "npm run models:mirror <owner/name> -- [--from https://another.server/]";

/**
 * Copies what a browser needs of a repository of the hub into `public/mirror/`: the next build is a site that serves it
 * by itself, under "this site" on the Models page, so that a classroom needs no third party. Its license is yours to
 * mind.
 * @param {string} repository
 * @param {{ from?: string, to?: string, get?: typeof fetch }} [options]
 */
export async function mirror(
  repository,
  { from = HUB, to = join(ROOT, "public", "mirror"), get = fetch } = {},
) {
  if (!/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(repository))
    throw new Stop(`"${repository}" is no name of a repository. Usage: ${USAGE}`);
  const host = from.replace(/\/*$/, "/");
  const listing = await ask(get, `${host}api/models/${repository}/tree/main?recursive=true`);
  /** @type {{ type: string, path: string, size: number }[]} */
  const entries = await listing.json();
  const chosen = choose(entries.filter(({ type }) => type === "file"));
  if (!chosen)
    throw new Stop(
      `${repository} has no onnx/model*.onnx that runs here; look for one made for transformers.js.`,
    );
  for (const { path, size } of chosen) {
    const response = await ask(get, `${host}${repository}/resolve/main/${path}`);
    const data = Buffer.from(await response.arrayBuffer());
    if (data.length !== size)
      throw new Stop(`${path} arrived with ${data.length} bytes of ${size}. Try again.`);
    const file = join(to, repository, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.part`, data); // a copy that is broken off leaves nothing that looks whole
    renameSync(`${file}.part`, file);
    console.log(`${path}  ${(size / 1e6).toFixed(2)} MB`);
  }
}

/**
 * Config, tokenizer and one set of weights, with what lies beside them (`.onnx_data`).
 * @param {{ path: string, size: number }[]} files
 */
function choose(files) {
  const kind = KINDS.find((end) => files.some(({ path }) => path === `onnx/model${end}.onnx`));
  if (kind === undefined) return undefined;
  const weights = new RegExp(`^onnx/model${kind}\\.onnx(_data(_\\d+)?)?$`);
  return files.filter(({ path }) => /^[^/]+\.json$/.test(path) || weights.test(path));
}

/** @param {typeof fetch} get @param {string} address */
async function ask(get, address) {
  const response = await get(address).catch((error) => {
    throw new Stop(`${address} could not be reached: ${error.cause?.message ?? error.message}`);
  });
  if (!response.ok)
    throw new Stop(
      `${address} answered ${response.status}. Is the repository's name right, and is it public?`,
    );
  return response;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  main(() => {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { from: { type: "string" } },
    });
    return mirror(positionals[0] ?? "", values);
  });
