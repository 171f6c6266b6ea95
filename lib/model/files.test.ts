import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fetchManifest, fetchModelFile } from "./files";
import type { Manifest } from "./manifest";

const good = new Uint8Array(1_000).map((_, i) => (i * 7) % 256);
const sha256 = createHash("sha256").update(good).digest("hex");
const manifest = { files: { "weights.safetensors": { bytes: good.length, sha256 } } } as unknown as Manifest;
const fetchWeights = (onProgress?: (loaded: number, total: number) => void) =>
  fetchModelFile(undefined, "/models/x/", manifest, "weights.safetensors", onProgress);

/** Answers each request with the next of `answers`; remembers what was asked for. */
function serve(...answers: (() => Response | Promise<Response>)[]) {
  const asked: { url: string; cache?: string }[] = [];
  vi.stubGlobal("fetch", async (url: string, { cache }: RequestInit) => {
    asked.push({ url, cache });
    return answers[Math.min(asked.length, answers.length) - 1]();
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe("fetchModelFile", () => {
  it("returns a file that matches its hash, asking for it by that hash", async () => {
    const asked = serve(() => new Response(good));
    const seen: number[] = [];
    const bytes = await fetchWeights((loaded, total) => seen.push(loaded / total));
    expect(new Uint8Array(bytes)).toEqual(good);
    expect(asked).toEqual([
      { url: `/models/x/weights.safetensors?v=${sha256.slice(0, 16)}`, cache: "default" },
    ]);
    expect(seen.at(-1)).toBe(1);
  });

  it("fetches a damaged copy once more, past the browser's cache", async () => {
    const asked = serve(
      () => new Response(good.map((x, i) => (i === 500 ? x ^ 1 : x))),
      () => new Response(good),
    );
    expect(new Uint8Array(await fetchWeights())).toEqual(good);
    expect(asked.map(({ cache }) => cache)).toEqual(["default", "reload"]);
  });

  it.each([
    ["altered in one bit", good.map((x, i) => (i === 500 ? x ^ 1 : x))],
    ["cut off", good.slice(0, 600)],
    ["too long", new Uint8Array([...good, 1, 2, 3])],
    ["empty", new Uint8Array()],
  ])("calls a file that stays %s damaged, by its name", async (_, bytes) => {
    serve(() => new Response(bytes));
    await expect(fetchWeights()).rejects.toMatchObject({
      code: "damaged",
      file: "weights.safetensors",
      message: expect.stringContaining("/models/x/weights.safetensors"),
    });
  });

  it("names a missing file and the server's answer", async () => {
    serve(() => new Response("not here", { status: 404 }));
    await expect(fetchWeights()).rejects.toMatchObject({
      code: "missing",
      message: "/models/x/weights.safetensors is missing (the server answered 404). Try again.",
    });
  });

  it("says so when there is no connection", async () => {
    serve(() => Promise.reject(new TypeError("Failed to fetch")));
    await expect(fetchWeights()).rejects.toMatchObject({
      message: expect.stringContaining("Check the connection"),
    });
  });
});

describe("fetchManifest", () => {
  it("refuses a page of HTML that stands where the manifest should", async () => {
    serve(() => new Response("<!doctype html>"));
    await expect(fetchManifest(undefined, "/models/x/")).rejects.toMatchObject({
      code: "damaged",
      file: "/models/x/manifest.json",
    });
  });
});
