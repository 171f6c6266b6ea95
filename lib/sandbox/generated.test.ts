import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SANDBOX_BOOTSTRAP, sandboxDocument, sandboxScriptHashes } from "./bootstrap";

const script = join(import.meta.dirname, "../../scripts/build-sandbox.mjs");

describe("the sandbox's generated code", () => {
  it("is what its sources make: else run `node scripts/build-sandbox.mjs`", () => {
    expect(() => execFileSync(process.execPath, [script, "--check"])).not.toThrow();
  });

  it("carries the hash of exactly the script that stands in the frame", () => {
    const [, inFrame] = /<script>(.*)<\/script>/s.exec(sandboxDocument()) ?? [];
    const hash = createHash("sha256").update(inFrame).digest("base64");
    expect(inFrame).toBe(SANDBOX_BOOTSTRAP);
    expect(sandboxScriptHashes()).toEqual([`'sha256-${hash}'`]);
  });

  it("lets the frame load nothing but its script and workers of its own making", () => {
    expect(sandboxDocument()).toContain("default-src 'none'; script-src 'sha256-");
    expect(sandboxDocument()).not.toContain("unsafe-inline");
    expect(sandboxDocument()).not.toContain("'unsafe-eval'");
  });

  it("holds nothing that would end its script element early", () => {
    expect(SANDBOX_BOOTSTRAP).not.toMatch(/<\/script|<!--|\r/i);
  });
});
