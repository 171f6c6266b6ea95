import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeCaches } from "./fake-caches";
import { fetchManifest, fetchModelFile } from "./files";
import { clearKept, type Kept, keep, listKept } from "./kept";
import type { Manifest } from "./manifest";

const good = new Uint8Array(1_000).map((_, i) => (i * 7) % 256);
const altered = good.map((x, i) => (i === 500 ? x ^ 1 : x));
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const sha256 = hashOf(good);
const address = `/models/x/weights.safetensors?v=${sha256.slice(0, 16)}`;
const manifest: Pick<Manifest, "files"> = {
  files: { "weights.safetensors": { bytes: good.length, sha256 } },
};

interface Asked {
  url: string;
  cache?: string;
  range?: string;
  ifRange?: string;
}

type Answer = (signal?: AbortSignal) => Response | Promise<Response>;

/** Answers each request with the next of `answers`, the last one again and again; remembers what was asked for. */
function serve(...answers: Answer[]) {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (url: string, { cache, headers, signal }: RequestInit) => {
    const { Range: range, "If-Range": ifRange } = (headers ?? {}) as Record<string, string>;
    asked.push({ url, cache, range, ifRange });
    return answers[Math.min(asked.length, answers.length) - 1](signal ?? undefined);
  });
  return asked;
}

const whole = () => new Response(good);
const failing = () => Promise.reject(new TypeError("Failed to fetch"));

/** The first `length` bytes, and then the connection breaks. */
const broken =
  (length: number, headers?: HeadersInit): Answer =>
  () =>
    new Response(
      new ReadableStream(
        {
          start: (stream) => stream.enqueue(good.slice(0, length)),
          pull: (stream) => stream.error(new TypeError("network error")),
        },
        new CountQueuingStrategy({ highWaterMark: 0 }),
      ),
      { headers },
    );

/** The bytes from `from` on, as a part of `of`. */
const rest =
  (from: number, of = good.length, headers?: Record<string, string>): Answer =>
  () =>
    new Response(good.slice(from), {
      status: 206,
      headers: { "Content-Range": `bytes ${from}-${good.length - 1}/${of}`, ...headers },
    });

/** Fetches the file without waiting for the pauses between tries. */
async function fetchWeights({
  signal,
  onProgress,
}: {
  signal?: AbortSignal;
  onProgress?: (loaded: number, total: number) => void;
} = {}) {
  const kept: Kept[] = [];
  const fetching = fetchModelFile(signal, "/models/x/", manifest, "weights.safetensors", onProgress, (how) =>
    kept.push(how),
  );
  const settled = fetching.then(
    (bytes) => ({ bytes: new Uint8Array(bytes), kept }),
    (error: unknown) => ({ error, kept }),
  );
  for (let i = 0; i < 100; i++) await vi.advanceTimersByTimeAsync(1_000);
  const outcome = await settled;
  if ("error" in outcome) throw outcome.error;
  return outcome;
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("fetchModelFile", () => {
  it("returns a file that matches its hash, asking for it by that hash, with the total before the first byte", async () => {
    const asked = serve(whole);
    const seen: [number, number][] = [];
    const { bytes } = await fetchWeights({ onProgress: (loaded, total) => seen.push([loaded, total]) });
    expect(bytes).toEqual(good);
    expect(asked).toEqual([{ url: address, cache: "default" }]);
    expect(seen[0]).toEqual([0, 1_000]);
    expect(seen.at(-1)).toEqual([1_000, 1_000]);
  });

  it("fetches a damaged copy once more, past the browser's cache", async () => {
    const asked = serve(() => new Response(altered), whole);
    expect((await fetchWeights()).bytes).toEqual(good);
    expect(asked.map(({ cache }) => cache)).toEqual(["default", "reload"]);
  });

  it("checks the hash also where the browser cannot (a page without TLS)", async () => {
    vi.stubGlobal("crypto", {});
    serve(() => new Response(altered));
    await expect(fetchWeights()).rejects.toMatchObject({ code: "damaged" });
    serve(whole);
    expect((await fetchWeights()).bytes).toEqual(good);
  });

  it.each([
    ["altered in one bit", altered],
    ["cut off", good.slice(0, 600)],
    ["empty", new Uint8Array()],
    ["another and longer", new Uint8Array([1, ...good])],
  ])("calls a file that stays %s damaged, by its name", async (_, bytes) => {
    serve(() => new Response(bytes));
    await expect(fetchWeights()).rejects.toMatchObject({
      code: "damaged",
      file: "weights.safetensors",
      message: expect.stringContaining("/models/x/weights.safetensors"),
    });
  });

  it("names a missing file and the server's answer, at once", async () => {
    const asked = serve(() => new Response("not here", { status: 404 }));
    await expect(fetchWeights()).rejects.toMatchObject({
      code: "missing",
      message: expect.stringContaining(
        "/models/x/weights.safetensors is missing (the server answered 404). Try again",
      ),
    });
    expect(asked).toHaveLength(1);
  });

  it.each([
    [
      "by its type",
      () => new Response("<p>Sign in", { headers: { "Content-Type": "text/html;charset=utf-8" } }),
    ],
    [
      "by its beginning",
      () =>
        new Response("<!DOCTYPE html><title>Sign in", {
          headers: { "Content-Type": "application/octet-stream" },
        }),
    ],
  ])("knows a web page in the place of weights %s", async (_, page) => {
    serve(page);
    await expect(fetchWeights()).rejects.toMatchObject({
      code: "damaged",
      message: expect.stringContaining("sent a web page in the place of /models/x/weights.safetensors"),
    });
  });

  it("says that there is not enough memory", async () => {
    const huge = { files: { big: { bytes: 2 ** 53 - 1, sha256 } } };
    serve(whole);
    await expect(fetchModelFile(undefined, "/models/x/", huge, "big")).rejects.toMatchObject({
      code: "memory",
    });
  });
});

describe("a transfer that breaks off", () => {
  it("goes on where it stopped, asking for the very bytes that began to arrive", async () => {
    const asked = serve(broken(600, { ETag: '"abc"' }), rest(600));
    expect((await fetchWeights()).bytes).toEqual(good);
    expect(asked[1]).toMatchObject({ range: "bytes=600-", ifRange: '"abc"' });
  });

  it("goes on after a compressed beginning, whose ETag does not name the rest", async () => {
    const asked = serve(broken(600, { ETag: '"abc"', "Content-Encoding": "br" }), rest(600));
    expect((await fetchWeights()).bytes).toEqual(good);
    expect(asked[1]).toMatchObject({ range: "bytes=600-", ifRange: undefined });
  });

  it("breaks off more than four times, as long as each try brings something", async () => {
    const step =
      (from: number): Answer =>
      async () => {
        const answer = rest(from)();
        const { headers } = await answer;
        const stream = new ReadableStream(
          {
            start: (out) => out.enqueue(good.slice(from, from + 100)),
            pull: (out) => out.error(new TypeError("network error")),
          },
          new CountQueuingStrategy({ highWaterMark: 0 }),
        );
        return new Response(stream, { status: 206, headers });
      };
    const asked = serve(broken(100), ...[1, 2, 3, 4, 5, 6, 7, 8].map((i) => step(i * 100)), rest(900));
    expect((await fetchWeights()).bytes).toEqual(good);
    expect(asked).toHaveLength(10);
  });

  it.each<[string, Answer]>([
    ["answers with the whole file", whole],
    ["sends another part than asked for", rest(500)],
    ["sends a part of a file of another length, as of the compressed one", rest(600, 900)],
    ["sends a compressed part", rest(600, good.length, { "Content-Encoding": "br" })],
    ["knows no such part", () => new Response(null, { status: 416 })],
  ])("begins anew where the server %s", async (_, answer) => {
    const asked = serve(broken(600), answer, whole);
    expect((await fetchWeights()).bytes).toEqual(good);
    expect(asked.at(-1)?.range).toBe(asked.length === 2 ? "bytes=600-" : undefined);
  });

  it("is fetched anew when the parts do not belong together", async () => {
    const other = () =>
      new Response(altered.slice(400), {
        status: 206,
        headers: { "Content-Range": "bytes 400-999/1000" },
      });
    const asked = serve(broken(400), other, whole);
    expect((await fetchWeights()).bytes).toEqual(good);
    expect(asked.map(({ range }) => range)).toEqual([undefined, "bytes=400-", undefined]);
  });

  it("is given up after four tries that bring nothing, and says how far it came", async () => {
    const asked = serve(broken(600), failing);
    await expect(fetchWeights()).rejects.toMatchObject({
      code: "missing",
      message: expect.stringMatching(/could not be fetched: it could not be reached after 0\.00 of 0\.00 MB/),
    });
    expect(asked).toHaveLength(4);
  });

  it("waits for a server that is busy", async () => {
    const asked = serve(() => new Response("", { status: 503 }), whole);
    expect((await fetchWeights()).bytes).toEqual(good);
    expect(asked).toHaveLength(2);
  });

  it("says so when there is no connection, and when the reader is offline, then at once", async () => {
    serve(failing);
    await expect(fetchWeights()).rejects.toMatchObject({
      code: "missing",
      message: expect.stringContaining("Check the connection"),
    });
    vi.stubGlobal("navigator", { onLine: false });
    const asked = serve(failing);
    await expect(fetchWeights()).rejects.toMatchObject({
      code: "offline",
      message: expect.stringContaining("/models/x/weights.safetensors is not kept in this browser"),
    });
    expect(asked).toHaveLength(1);
  });

  it("ends at once when it is cancelled, also between two tries", async () => {
    const stop = new AbortController();
    const asked = serve(() => {
      setTimeout(() => stop.abort(), 100);
      return failing();
    });
    await expect(fetchWeights({ signal: stop.signal })).rejects.toThrow("aborted");
    expect(asked).toHaveLength(1);
  });
});

describe("files between visits", () => {
  let caches: FakeCaches;
  beforeEach(() => {
    caches = new FakeCaches();
    vi.stubGlobal("caches", caches);
  });
  const [key] = [`https://site${address}`];

  it("are fetched once, past the HTTP cache, which need not keep them too", async () => {
    const asked = serve(whole);
    expect((await fetchWeights()).kept).toEqual(["kept"]);
    expect(asked).toMatchObject([{ cache: "no-store" }]);
    serve(failing);
    const seen: number[] = [];
    expect((await fetchWeights({ onProgress: (loaded) => seen.push(loaded) })).bytes).toEqual(good);
    expect(seen).toEqual([0, 1_000]);
    expect(await listKept()).toEqual([
      { path: "/models/x/weights.safetensors", version: sha256.slice(0, 16), bytes: 1_000 },
    ]);
  });

  it("are fetched anew when the browser has thrown them out", async () => {
    serve(whole);
    await fetchWeights();
    caches.files.clear();
    const asked = serve(whole);
    expect((await fetchWeights()).bytes).toEqual(good);
    expect(asked).toHaveLength(1);
  });

  it("are checked again: one that was damaged on the disk is replaced", async () => {
    caches.files.set(key, new Response(altered));
    serve(whole);
    expect((await fetchWeights()).bytes).toEqual(good);
    expect(new Uint8Array(await caches.files.get(key)!.arrayBuffer())).toEqual(good);
  });

  it.each<[string, Answer]>([
    ["damaged", () => new Response(altered)],
    ["a web page", () => new Response("<html>", { headers: { "Content-Type": "text/html" } })],
    ["cut off", broken(600)],
    ["missing", () => new Response("", { status: 404 })],
  ])("are never kept when they are %s", async (_, answer) => {
    serve(answer);
    await expect(fetchWeights()).rejects.toThrow("weights.safetensors");
    expect(caches.files.size).toBe(0);
  });

  it("are not kept of a transfer that the reader cancelled", async () => {
    const stop = new AbortController();
    serve(() => {
      stop.abort();
      return new Response(good);
    });
    await expect(fetchWeights({ signal: stop.signal })).rejects.toThrow("aborted");
    expect(caches.files.size).toBe(0);
  });

  it("are used all the same when there is no room for them, and that is said", async () => {
    caches.failure = new DOMException("Quota exceeded.", "QuotaExceededError");
    serve(whole);
    expect(await fetchWeights()).toEqual({ bytes: good, kept: ["full"] });
    expect(caches.files.size).toBe(0);
  });

  it("are fetched where the browser's storage is switched off", async () => {
    vi.stubGlobal("caches", { open: () => Promise.reject(new DOMException("no", "SecurityError")) });
    serve(whole);
    expect(await fetchWeights()).toEqual({ bytes: good, kept: ["off"] });
    expect(await listKept()).toEqual([]);
    await clearKept();
  });

  it("take the place of their older versions, and of nothing else", async () => {
    const old = "https://site/models/x/weights.safetensors?v=0";
    const others = ["https://site/models/y/w?v=0", "https://hub/models/x/weights.safetensors?v=0"];
    for (const url of [old, ...others]) caches.files.set(url, new Response("old"));
    serve(whole);
    await fetchWeights();
    expect([...caches.files.keys()].sort()).toEqual([key, ...others].sort());
    for (const version of ["1", "2"]) await keep(`https://hub/x/w?v=${version}`, new ArrayBuffer(1));
    expect([...caches.files.keys()].sort()).toEqual([key, ...others, "https://hub/x/w?v=2"].sort());
  });

  it("go when the reader clears one model, or all", async () => {
    const names = ["x/a?v=1", "x/adapters/p/b?v=2", "xy/a?v=3", "z/a?v=4"];
    for (const name of names) caches.files.set(`https://site/models/${name}`, new Response(""));
    await clearKept("/models/x/");
    expect([...caches.files.keys()]).toEqual(
      ["xy/a?v=3", "z/a?v=4"].map((name) => `https://site/models/${name}`),
    );
    await clearKept();
    expect(caches.files.size).toBe(0);
  });
});

describe("fetchManifest", () => {
  it("refuses a page of HTML that stands where the manifest should, and says what came", async () => {
    serve(() => new Response("<!doctype html>"));
    await expect(fetchManifest(undefined, "/models/x/")).rejects.toMatchObject({
      code: "damaged",
      file: "/models/x/manifest.json",
      message: expect.stringContaining("a web page in the place of /models/x/manifest.json"),
    });
  });

  it("refuses other JSON, and names a model that does not exist", async () => {
    serve(() => new Response("{}"));
    await expect(fetchManifest(undefined, "/models/x/")).rejects.toThrow("is not a model manifest");
    serve(() => new Response("", { status: 404 }));
    await expect(fetchManifest(undefined, "/models/nobody/")).rejects.toMatchObject({
      code: "missing",
      message: expect.stringContaining("/models/nobody/manifest.json is missing"),
    });
  });

  it("says so when the reader is offline", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    serve(failing);
    await expect(fetchManifest(undefined, "/models/x/")).rejects.toMatchObject({ code: "offline" });
  });
});
