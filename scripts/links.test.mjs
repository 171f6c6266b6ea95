import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkLinks } from "./links.mjs";

const out = mkdtempSync(join(tmpdir(), "glassbox-links-"));
/** @param {string} path @param {string} content */
const put = (path, content) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), content);
};
beforeAll(() => put("en/index.html", `<h1 id="top">map</h1>`));
afterAll(() => rmSync(out, { recursive: true }));

it("accepts pages, files, headings, other sites and messages in fragments", async () => {
  put("file.json", "{}");
  const links = [
    "/en/",
    "/en",
    "/en/#top",
    "#here",
    "/file.json",
    "https://paper.example/x",
    "/en/#v1.abc",
    "mailto:a@b.c",
  ];
  put("index.html", `<p id="here">${links.map((link) => `<a href="${link}">x</a>`).join("")}`);
  await expect(checkLinks(out)).resolves.toBeUndefined();
});

it.each([
  ["/en/nowhere/", "does not exist"],
  ["/en/#nowhere", "no such anchor"],
  ["#nowhere", "no such anchor"],
])("reports %s with the page it stands on", async (link, words) => {
  put("index.html", `<a href="${link}">x</a>`);
  await expect(checkLinks(out)).rejects.toThrow(new RegExp(`index.html: .*${words}`));
});
