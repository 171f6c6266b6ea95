import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import sirv from "sirv";
import { main, Stop } from "./cli.mjs";
import { headersFor, readHeaderRules } from "./headers.mjs";
import { listen } from "./listen.mjs";
import { OUT } from "./paths.mjs";
import { readPort } from "./port.mjs";

/** Types that sirv's table lacks, or names without the character set. */
const TYPES = {
  ".txt": "text/plain;charset=utf-8",
  ".md": "text/markdown;charset=utf-8",
  ".safetensors": "application/octet-stream",
  ".bin": "application/octet-stream",
};
const FOREVER = "public, max-age=31536000, immutable";

/**
 * Serves an exported site as a good static host would: the rules of `_headers`, files compressed beforehand,
 * a 404 page. A new build is picked up without a restart.
 * @param {string} [out]
 * @returns {import("node:http").RequestListener}
 */
export function siteHandler(out = OUT) {
  let current = openSite(out);
  return (request, response) => {
    if (current?.builtAt !== buildTime(out)) current = openSite(out);
    if (!current) {
      response.writeHead(503, { "Content-Type": "text/plain;charset=utf-8", "Retry-After": "10" });
      response.end("The site is being built. Reload in a moment.\n");
    } else if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
    } else {
      current.handle(request, response);
    }
  };
}

/** When the build in `out` was finished, or undefined while there is none. @param {string} out */
function buildTime(out) {
  return statSync(join(out, "build.json"), { throwIfNoEntry: false })?.mtimeMs;
}

/** @param {string} out */
function openSite(out) {
  const builtAt = buildTime(out);
  if (builtAt === undefined) return undefined;
  const { basePath = "" } = JSON.parse(readFileSync(join(out, "build.json"), "utf8"));
  const rules = readHeaderRules(join(out, "_headers"));
  const notFound = readFileSync(join(out, "404.html"));
  const holdsHash = contentHashes(out);
  const files = sirv(out, {
    dev: true, // look at the disk on each request: a file that was changed by hand is served as it is
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders(response, path) {
      const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))];
      if (type) response.setHeader("Content-Type", type);
      response.setHeader("Accept-Ranges", "bytes");
    },
  });
  /** @type {import("node:http").RequestListener} */
  const handle = (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://site");
    const inside = pathname === basePath || pathname.startsWith(`${basePath}/`);
    const path = inside ? pathname.slice(basePath.length) || "/" : pathname;
    if (!inside && pathname === "/") {
      response.writeHead(302, { Location: `${basePath}/` }).end();
      return;
    }
    response.setHeader("Cache-Control", "no-cache");
    for (const [name, value] of Object.entries(headersFor(rules, path))) response.setHeader(name, value);
    if (holdsHash(path, searchParams.get("v"))) response.setHeader("Cache-Control", FOREVER);
    const answerNotFound = () => {
      response.setHeader("Cache-Control", "no-cache");
      response.writeHead(404, {
        "Content-Type": "text/html;charset=utf-8",
        "Content-Length": notFound.length,
      });
      response.end(request.method === "HEAD" ? undefined : notFound);
    };
    if (!inside || path === "/_headers") return answerNotFound();
    request.url = (request.url ?? "/").slice(basePath.length) || "/";
    if (!wantsPart(request.headers)) delete request.headers.range;
    // A part is one of the file itself: of a compressed copy nobody could use it.
    if (request.headers.range || hasOldCopies(join(out, path))) delete request.headers["accept-encoding"];
    files(request, response, answerNotFound);
  };
  return { builtAt, handle };
}

/**
 * Whether to answer with a part of the file: for one range with a beginning, as downloads that go on ask for it. Other
 * forms may be ignored (RFC 9110, 14.2). So is a condition: ETags here are weak, and those fit no `If-Range`.
 * @param {import("node:http").IncomingHttpHeaders} headers
 */
function wantsPart(headers) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? "") ?? [];
  if (from === undefined || headers["if-range"]) return false;
  return to === "" || (Number(to) > 0 && Number(to) >= Number(from));
}

/**
 * Whether a file was changed or removed after its compressed copies were made: they must not stand in for it.
 * @param {string} file
 */
function hasOldCopies(file) {
  const copy = statSync(`${file}.gz`, { throwIfNoEntry: false });
  if (!copy) return false;
  const original = statSync(file, { throwIfNoEntry: false });
  return !original || original.mtimeMs > copy.mtimeMs;
}

/**
 * Whether an address says the truth about its content: `/models/x/weights.bin?v=<start of the file's SHA-256>`
 * may then be kept for ever. An altered file never is, so it cannot stick in a reader's cache. (Hosts that
 * read `_headers` cannot see the query; there the file is revalidated, which costs one small request.)
 * @param {string} out
 */
function contentHashes(out) {
  /** @type {Map<string, { changed: number, hash: string }>} */
  const known = new Map();
  /** @param {string} path @param {string | null} version */
  return (path, version) => {
    if (!path.startsWith("/models/") || !/^[0-9a-f]{8,64}$/.test(version ?? "")) return false;
    const file = join(out, path);
    if (!file.startsWith(join(out, "models")) || !existsSync(file)) return false;
    const changed = statSync(file).mtimeMs;
    let entry = known.get(file);
    if (entry?.changed !== changed) {
      entry = { changed, hash: createHash("sha256").update(readFileSync(file)).digest("hex") };
      known.set(file, entry);
    }
    return entry.hash.startsWith(/** @type {string} */ (version));
  };
}

/**
 * Starts serving; a port that is taken is said in one line.
 * @param {number} port
 * @param {string} [out]
 * @returns {Promise<import("node:http").Server>}
 */
export function serve(port, out = OUT) {
  if (buildTime(out) === undefined)
    throw new Stop(`${out} holds no finished build. Build it first: npm run build`);
  return listen(createServer(siteHandler(out)), port);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main(async () => {
    const port = readPort();
    await serve(port);
    console.log(`Glassbox is at http://localhost:${port}/`);
  });
}
