import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compress } from "./compress.mjs";
import { listen } from "./listen.mjs";
import { siteHandler } from "./serve.mjs";

const out = mkdtempSync(join(tmpdir(), "glassbox-serve-"));
const weights = Buffer.alloc(5000, "weights ");
const WEIGHTS_HASH = "f95eef49";
/** @type {import("node:http").Server} */
let server;

/** @param {string} path @param {Record<string, string>} [headers] @param {string} [method] */
function get(path, headers = {}, method = "GET") {
  return /** @type {Promise<{ status: number, headers: import("node:http").IncomingHttpHeaders, body: string }>} */ (
    new Promise((resolve, reject) => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      request({ port, path, headers, method }, (response) => {
        let body = "";
        response.on("data", (part) => (body += part));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
        .on("error", reject)
        .end();
    })
  );
}

/** @param {string} path @param {string | Buffer} content */
function put(path, content) {
  mkdirSync(join(out, path, ".."), { recursive: true });
  writeFileSync(join(out, path), content);
}

beforeAll(async () => {
  put("index.html", `<h1>home</h1>${" ".repeat(500)}`);
  put("404.html", "<h1>not here</h1>");
  put("en/index.html", "<h1>map</h1>");
  put("_headers", "/*\n  X-Content-Type-Options: nosniff\n/_next/static/*\n  Cache-Control: immutable\n");
  put("_next/static/a.js", "a();".repeat(500));
  put("models/x/weights.bin", weights);
  put("engine.wasm", "wasm");
  put("index.txt", "é");
  await compress(out, `${out}-cache`);
  put("build.json", `{"basePath":""}`);
  server = await listen(createServer(siteHandler(out)), 0);
});

afterAll(() => {
  server.close();
  rmSync(out, { recursive: true });
  rmSync(`${out}-cache`, { recursive: true });
});

describe("siteHandler", () => {
  it("serves a folder's page, with the rules of _headers, to be revalidated", async () => {
    const { status, headers, body } = await get("/en/");
    expect([status, body]).toEqual([200, "<h1>map</h1>"]);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-cache" });
    expect((await get("/en/", { "if-none-match": headers.etag ?? "" })).status).toBe(304);
  });

  it("sends the copy compressed beforehand that the browser understands", async () => {
    expect(
      (await get("/_next/static/a.js", { "accept-encoding": "gzip, br" })).headers["content-encoding"],
    ).toBe("br");
    expect((await get("/_next/static/a.js", { "accept-encoding": "gzip" })).headers["content-encoding"]).toBe(
      "gzip",
    );
    const plain = await get("/_next/static/a.js");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.headers["cache-control"]).toBe("immutable");
  });

  it("names the type of every kind of file", async () => {
    const type = async (/** @type {string} */ path) => (await get(path)).headers["content-type"];
    expect(await type("/engine.wasm")).toBe("application/wasm");
    expect(await type("/models/x/weights.bin")).toBe("application/octet-stream");
    expect(await type("/index.txt")).toBe("text/plain;charset=utf-8");
    expect(await type("/")).toBe("text/html;charset=utf-8");
  });

  it("answers 404 with the page for it, and refuses to write", async () => {
    const { status, body, headers } = await get("/nowhere/");
    expect([status, body, headers["x-content-type-options"]]).toEqual([404, "<h1>not here</h1>", "nosniff"]);
    expect((await get("/", {}, "POST")).status).toBe(405);
    expect((await get("/../../etc/passwd")).status).toBe(404);
    expect((await get("/%2e%2e/%2e%2e/etc/passwd")).status).toBe(404);
    expect((await get("/%ff")).status).toBe(404);
  });

  it("lets a model file be kept for ever only under an address that states its content", async () => {
    const cache = async (/** @type {string} */ version) =>
      (await get(`/models/x/weights.bin${version}`)).headers["cache-control"];
    expect(await cache("")).toBe("no-cache");
    expect(await cache("?v=00000000")).toBe("no-cache");
    expect(await cache(`?v=${WEIGHTS_HASH}`)).toContain("immutable");
  });

  it("sends the rest of a file that was cut off, uncompressed, for compressed parts fit nothing", async () => {
    const rest = async (/** @type {Record<string, string>} */ headers) =>
      get(`/models/x/weights.bin?v=${WEIGHTS_HASH}`, { "accept-encoding": "gzip, br", ...headers });
    expect((await rest({})).headers).toMatchObject({ "content-encoding": "br", "accept-ranges": "bytes" });
    for (const [range, part] of [
      ["bytes=4990-", "4990-4999"],
      ["bytes=8-15", "8-15"],
    ]) {
      const { status, headers, body } = await rest({ range });
      const [from, to] = part.split("-").map(Number);
      expect([status, headers["content-range"]]).toEqual([206, `bytes ${part}/5000`]);
      expect(headers["content-encoding"]).toBeUndefined();
      expect(body).toBe(weights.toString("utf8", from, to + 1));
    }
    expect((await rest({ range: "bytes=5000-" })).status).toBe(416);
  });

  it("sends the whole file where it cannot promise that a part fits, and for ranges it does not know", async () => {
    const tag = (await get("/models/x/weights.bin")).headers.etag ?? "";
    const whole = async (/** @type {Record<string, string>} */ headers) => {
      const { status, body } = await get("/models/x/weights.bin", headers);
      expect([status, body.length]).toEqual([200, 5000]);
    };
    await whole({ range: "bytes=10-", "if-range": tag });
    await whole({ range: "bytes=10-", "if-range": '"other"' });
    for (const range of ["bytes=-10", "bytes=0-1,5-6", "bytes=9-3", "bytes=0-0", "lines=1-2"])
      await whole({ range });
  });

  it("shows a file that was altered or removed by hand as it is, whatever its compressed copies say", async () => {
    put("models/y/weights.bin.gz", "old");
    expect((await get("/models/y/weights.bin", { "accept-encoding": "gzip" })).status).toBe(404);
    await new Promise((resolve) => setTimeout(resolve, 20));
    put("models/y/weights.bin", "new");
    expect((await get("/models/y/weights.bin", { "accept-encoding": "gzip" })).body).toBe("new");
  });

  it("says so while the site is being built, and serves the new build after", async () => {
    rmSync(join(out, "build.json"));
    expect((await get("/")).status).toBe(503);
    put("build.json", `{"basePath":"/course"}`);
    expect((await get("/course/en/")).status).toBe(200);
    expect((await get("/")).headers.location).toBe("/course/");
    expect((await get("/en/")).status).toBe(404);
  });
});
