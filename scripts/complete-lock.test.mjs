import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findMissingParts } from "./complete-lock.mjs";
import { ROOT } from "./paths.mjs";

describe("package-lock.json", () => {
  it("names the parts for every system, else npm ci refuses it (repair: node scripts/complete-lock.mjs)", () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
    expect(Object.keys(findMissingParts(packages))).toEqual([]);
  });
});

describe("findMissingParts", () => {
  const owner = {
    dev: true,
    optionalDependencies: { "a-linux-x64-musl": "1.0.0", "a-darwin-arm64": "1.0.0", b: "^2.0.0" },
  };

  it("writes down version and system of a part that is missing, and leaves ranges alone", () => {
    const packages = { "": {}, "node_modules/a": owner, "node_modules/a-darwin-arm64": {} };
    expect(findMissingParts(packages)).toEqual({
      "node_modules/a-linux-x64-musl": {
        version: "1.0.0",
        cpu: ["x64"],
        os: ["linux"],
        libc: ["musl"],
        dev: true,
        optional: true,
      },
    });
  });

  it("finds parts where Node finds them", () => {
    const packages = {
      "node_modules/x/node_modules/@s/a": { optionalDependencies: { c: "1.0.0", d: "1.0.0", e: "1.0.0" } },
      "node_modules/x/node_modules/@s/a/node_modules/c": {},
      "node_modules/x/node_modules/d": {},
      "node_modules/e": {},
    };
    expect(findMissingParts(packages)).toEqual({});
  });
});
