import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { main } from "./cli.mjs";
import { listFiles } from "./files.mjs";
import { CACHE, OUT } from "./paths.mjs";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** Already compressed; trying again gains nothing. */
const COMPRESSED = /\.(br|gz|zip|imscc|woff2?|png|jpe?g|webp|avif|gif|ico|mp[34]|webm|pf_\w+|pagefind)$/;
/** Of larger files the best compression takes a minute for an eighth less (ONNX Runtime); the next best takes seconds. */
const LARGE = 5e6;
/** A copy must be this much smaller than the file, or it is not worth a decoder's work. */
const WORTH = 0.97;

/**
 * Writes `.br` and `.gz` beside every exported file that gains. The best compression is slow (seconds for the
 * editor's files), so results are kept in `.glassbox/compressed/`, named by content.
 */
export async function compress(out = OUT, cache = join(CACHE, "compressed")) {
  mkdirSync(cache, { recursive: true });
  const files = listFiles(out).filter((path) => !COMPRESSED.test(path));
  /** @type {Set<string>} */
  const used = new Set();
  const total = { raw: 0, br: 0 };
  const work = files.values();
  const helper = async () => {
    for (const path of work) {
      const raw = readFileSync(join(out, path));
      const name = createHash("sha256").update(raw).digest("hex");
      const br = await cached(cache, `${name}.br`, used, () => brotli(raw, brotliOptions(raw.length)));
      const gz = await cached(cache, `${name}.gz`, used, () => gzip(raw, { level: 9 }));
      if (br.length < raw.length * WORTH) writeFileSync(join(out, `${path}.br`), br);
      if (gz.length < raw.length * WORTH) writeFileSync(join(out, `${path}.gz`), gz);
      total.raw += raw.length;
      total.br += Math.min(br.length, raw.length);
    }
  };
  // zlib works in Node's thread pool, so one helper a core keeps all cores busy.
  await Promise.all(Array.from({ length: availableParallelism() }, helper));
  for (const name of readdirSync(cache)) if (!used.has(name)) rmSync(join(cache, name));
  console.log(`Compressed ${files.length} files: ${megabytes(total.raw)} → ${megabytes(total.br)} (brotli).`);
}

/** @param {number} size bytes of the input, a hint that saves memory for small files */
function brotliOptions(size) {
  return {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: size > LARGE ? 9 : zlib.constants.BROTLI_MAX_QUALITY,
      [zlib.constants.BROTLI_PARAM_LGWIN]: zlib.constants.BROTLI_MAX_WINDOW_BITS,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: size,
    },
  };
}

/**
 * @param {string} cache
 * @param {string} name
 * @param {Set<string>} used
 * @param {() => Promise<Buffer>} make
 */
async function cached(cache, name, used, make) {
  used.add(name);
  const path = join(cache, name);
  try {
    return readFileSync(path);
  } catch {
    const made = await make();
    // Renamed into place: a build that is broken off leaves no half file behind.
    writeFileSync(`${path}.part`, made);
    renameSync(`${path}.part`, path);
    return made;
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main(() => compress());
