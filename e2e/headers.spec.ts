import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { findLessons, OUT } from "./pages";

/** What the server says about its files: rules that a reader feels as speed and safety. */
const COMPRESSED = { "Accept-Encoding": "gzip, deflate, br" };

test.describe("responses", () => {
  test.skip(({ viewport }) => viewport?.width !== 1280, "the same on every screen");

  test("every page carries its policy, and the server adds what a page cannot say", async ({ request }) => {
    const response = await request.get(findLessons()[0]);
    const headers = response.headers();
    expect(headers["content-security-policy"]).toContain("frame-ancestors");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    expect(Object.keys(headers).join()).not.toMatch(/cross-origin-(opener|embedder)/);

    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(
      await response.text(),
    )?.[1];
    expect(policy).toContain("frame-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
  });

  test("lessons may be framed by anyone, the instructors' pages by nobody else", async ({ request }) => {
    const policy = async (path: string) => (await request.get(path)).headers()["content-security-policy"];
    expect(await policy(findLessons()[0])).toBe("frame-ancestors *");
    expect(await policy("/en/embed/temperature/sampler/")).toBe("frame-ancestors *");
    // Both policies hold, and the stricter one decides.
    expect(await policy("/en/review/")).toBe("frame-ancestors *, frame-ancestors 'self'");
    expect(await policy("/en/assign/")).toBe("frame-ancestors *, frame-ancestors 'self'");
  });

  test("pages are revalidated, hashed files are kept for ever", async ({ request }) => {
    const page = await request.get(findLessons()[0]);
    expect(page.headers()["cache-control"]).toBe("no-cache");
    const again = await request.get(findLessons()[0], { headers: { "If-None-Match": page.headers().etag } });
    expect(again.status()).toBe(304);
    const script = await request.get(firstScript(await page.text()));
    expect(script.headers()["cache-control"]).toContain("immutable");
    expect((await request.get("/sw.js")).headers()["cache-control"]).toBe("no-cache");
  });

  test("text, code and weights arrive compressed", async ({ request }) => {
    const page = await request.get(findLessons()[0], { headers: COMPRESSED });
    expect(page.headers()["content-encoding"]).toBe("br");
    const script = await request.get(firstScript(await page.text()), {
      headers: { "Accept-Encoding": "gzip" },
    });
    expect(script.headers()["content-encoding"]).toBe("gzip");
  });

  test("every file has the type that browsers demand", async ({ request }) => {
    const type = async (path: string) => (await request.get(path)).headers()["content-type"];
    expect(await type(findLessons()[0])).toBe("text/html;charset=utf-8");
    expect(await type(`${findLessons()[0]}index.txt`)).toBe("text/plain;charset=utf-8");
    expect(await type("/sw.js")).toBe("text/javascript");
    for (const wasm of findFiles(".wasm").slice(0, 3)) expect(await type(wasm)).toBe("application/wasm");
    for (const weights of findFiles(".safetensors"))
      expect(await type(weights)).toBe("application/octet-stream");
  });

  test("a model file is kept for ever under the address that states its content, and only there", async ({
    request,
  }) => {
    const manifests = findFiles("/manifest.json").filter((path) => path.startsWith("/models/"));
    expect(manifests.length).toBeGreaterThan(0);
    for (const path of manifests) {
      const { files } = JSON.parse(readFileSync(join(OUT, path), "utf8"));
      for (const [name, { sha256 }] of Object.entries<{ sha256: string }>(files)) {
        const address = path.replace("manifest.json", name);
        const cache = async (version: string) =>
          (await request.get(address + version)).headers()["cache-control"];
        expect(await cache("")).toBe("no-cache");
        expect(await cache(`?v=${sha256.slice(0, 16)}`)).toContain("immutable");
        expect(await cache("?v=0000000000000000")).toBe("no-cache");
      }
    }
  });
});

function firstScript(html: string): string {
  return /<script src="([^"]+)"/.exec(html)?.[1] ?? "";
}

function findFiles(end: string): string[] {
  return readdirSync(OUT, { recursive: true, encoding: "utf8" })
    .map((path) => `/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(end));
}
