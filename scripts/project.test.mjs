import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { basePath } from "./base-path.mjs";
import { findBrowser } from "./browser.mjs";
import { hashInputs } from "./inputs.mjs";
import { whyInstall } from "./install.mjs";
import { readPort } from "./port.mjs";
import { siteUrl } from "./site-url.mjs";
import { findUntranslated } from "./translations.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "glassbox-project-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** @param {string} path @param {string | object} content */
function put(path, content) {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), typeof content === "string" ? content : JSON.stringify(content));
}

describe("whyInstall", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "2.0.0", optional: true },
    },
  };

  it("installs on a fresh clone and after the lock has changed, and not otherwise", () => {
    put("package-lock.json", lock);
    expect(whyInstall(root)).toBe("first time here");
    put("node_modules/.package-lock.json", { packages: { "node_modules/a": { version: "1.0.0" } } });
    expect(whyInstall(root)).toBeUndefined();
    put("node_modules/.package-lock.json", { packages: { "node_modules/a": { version: "0.9.0" } } });
    expect(whyInstall(root)).toBe("a 1.0.0 is missing");
  });
});

describe("hashInputs", () => {
  it("changes with what the site is made from, and not with tests", () => {
    put("lib/a.ts", "1");
    const before = hashInputs("", root);
    put("lib/a.test.ts", "test");
    put("training/x.py", "x");
    expect(hashInputs("", root)).toBe(before);
    expect(hashInputs("/course", root)).not.toBe(before);
    put("lib/a.ts", "2");
    expect(hashInputs("", root)).not.toBe(before);
  });
});

describe("findUntranslated", () => {
  it("lists lessons and texts that another language lacks", () => {
    put("lessons/01-a/en.mdx", "");
    put("lessons/02-b/en.mdx", "");
    put("lessons/02-b/zh.mdx", "");
    put("lib/content/locales/en.ts", "");
    put("lib/pen.ts", "");
    const missing = ["lessons/01-a/zh.mdx", "lib/content/locales/zh.ts"];
    expect(findUntranslated(root)).toEqual([{ locale: "zh", missing }]);
  });
});

describe("settings", () => {
  it("reads a port or says what it must be", () => {
    expect(readPort("")).toBe(3000);
    expect(readPort("3001")).toBe(3001);
    for (const bad of ["http", "0", "70000", "3.5"]) expect(() => readPort(bad)).toThrow("PORT=3001");
  });

  it("reads a base path or says what it must look like", () => {
    expect([basePath(""), basePath("/"), basePath("/course/")]).toEqual(["", "", "/course"]);
    expect(() => basePath("course")).toThrow("/glassbox");
  });

  it("reads the site's address or says what it must look like", () => {
    expect([siteUrl(""), siteUrl("https://course.example/"), siteUrl("http://localhost:3000")]).toEqual([
      "",
      "https://course.example",
      "http://localhost:3000",
    ]);
    for (const bad of ["course.example", "https://course.example/glassbox"])
      expect(() => siteUrl(bad)).toThrow("https://name.example");
  });

  it("reports a named browser that does not exist, and finds none on an empty PATH", () => {
    expect(() => findBrowser({ CHROMIUM_PATH: "/nowhere/chrome" })).toThrow("CHROMIUM_PATH");
    put("bin/chromium", "");
    expect(findBrowser({ PATH: join(root, "bin") })).not.toBe(join(root, "bin", "chromium"));
  });
});
