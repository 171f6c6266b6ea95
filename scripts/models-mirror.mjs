import { createHash } from "node:crypto";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { main, Stop } from "./cli.mjs";
import { ROOT } from "./paths.mjs";

const HUB = "https://huggingface.co/";
/** Ends of the names of weights in `onnx/`, the first that a repository has is taken: as `lib/model/hub/repository.ts` does. */
const KINDS = ["_quantized", "_int8", "_uint8", "_q4", "", "_fp16", "_bnb4"];
const USAGE = "npm run models:mirror <owner/name> -- [--from https://another.server/]";

/** @typedef {{ type: string, path: string, size: number, oid: string, lfs?: { oid: string } }} Entry as the hub's API has it */

/**
 * Copies what a browser needs of a repository of the hub into `public/mirror/`, laid out like the hub: the next build is
 * a site that serves it by itself, under "this site" on the Models page, so that a classroom needs no third party. The
 * list of its files is written last, with the SHA-256 of each. Its license is yours to mind.
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
  const list = `api/models/${repository}/tree/main`;
  /** @type {Entry[]} */
  const entries = await (await ask(get, `${host}${list}?recursive=true`)).json();
  const chosen = choose(entries.filter(({ type }) => type === "file"));
  if (!chosen)
    throw new Stop(
      `${repository} has no onnx/model*.onnx that runs here; look for one made for transformers.js.`,
    );
  /** @type {Entry[]} */
  const copied = [];
  for (const entry of chosen) {
    const { path, size } = entry;
    const file = `${repository}/resolve/main/${path}`;
    const data = Buffer.from(await (await ask(get, host + file)).arrayBuffer());
    if (data.length !== size)
      throw new Stop(`${path} arrived with ${data.length} bytes of ${size}. Try again.`);
    const oid = createHash("sha256").update(data).digest("hex");
    if (entry.lfs && entry.lfs.oid !== oid)
      throw new Stop(`${path} arrived damaged: its SHA-256 is ${oid}, and ${entry.lfs.oid} was expected.`);
    write(join(to, file), data);
    copied.push({ ...entry, lfs: { oid } });
    console.log(`${path}  ${(size / 1e6).toFixed(2)} MB`);
  }
  write(join(to, list), Buffer.from(`${JSON.stringify(copied, null, 1)}\n`));
}

/** A copy that is broken off leaves nothing that looks whole. @param {string} file @param {Buffer} data */
function write(file, data) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.part`, data);
  renameSync(`${file}.part`, file);
}

/**
 * Config, tokenizer, the way of pooling, and one set of weights with what lies beside them (`.onnx_data`).
 * @param {Entry[]} files
 */
function choose(files) {
  const kind = KINDS.find((end) => files.some(({ path }) => path === `onnx/model${end}.onnx`));
  if (kind === undefined) return undefined;
  const weights = new RegExp(`^onnx/model${kind}\\.onnx(_data(_\\d+)?)?$`);
  return files.filter(({ path }) => /^([^/]+|1_Pooling\/config)\.json$/.test(path) || weights.test(path));
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
