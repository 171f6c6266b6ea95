import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { indexPages } from "./search.mjs";

const out = mkdtempSync(join(tmpdir(), "glassbox-search-"));
afterAll(() => rmSync(out, { recursive: true }));

/** @param {string} path @param {string} main */
function putPage(path, main) {
  mkdirSync(join(out, path), { recursive: true });
  writeFileSync(
    join(out, path, "index.html"),
    `<!doctype html><html lang="en"><title>T</title><body><nav>elsewhere</nav>${main}</body></html>`,
  );
}

describe("indexPages", () => {
  it("indexes the text of lessons by heading, without code and controls, and nothing of other pages", async () => {
    putPage(
      "lesson",
      `<div data-pagefind-body><h1>Attention</h1><h2 id="why">Why?</h2><p>A query meets a key.</p>
       <section data-cell="x"><header>By hand</header><pre>secretcode()</pre></section></div>`,
    );
    putPage("map", "<p>unindexed words</p>");
    await indexPages(out);

    const folder = join(out, "pagefind", "fragment");
    const pages = readdirSync(folder).map((name) =>
      gunzipSync(readFileSync(join(folder, name))).toString("utf8"),
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain("A query meets a key.");
    expect(pages[0]).toContain("By hand");
    expect(pages[0]).toContain('"why"');
    expect(pages[0]).not.toMatch(/secretcode|unindexed|elsewhere/);
    expect(existsSync(join(out, "pagefind", "pagefind.js"))).toBe(true);
    expect(existsSync(join(out, "pagefind", "pagefind-ui.js"))).toBe(false);
  });
});
