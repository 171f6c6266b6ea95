import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./paths.mjs";

/**
 * The Content-Security-Policy of one page, reasons in ARCHITECTURE.md:
 * - `'wasm-unsafe-eval'`: the array engine compiles WebAssembly; `blob:` and `worker-src`: a reader's cells run
 *   as blob modules in workers; the sandbox frame inherits this policy, so both are needed here too.
 * - `connect-src 'self'`, `frame-src 'none'`: a reader's code reaches nothing (a srcdoc frame still loads).
 * - `style-src 'unsafe-inline'`: mathematics and the editor carry inline styles, which run no code.
 * @param {string[]} scriptHashes CSP sources, e.g. `'sha256-…'`
 */
export function contentPolicy(scriptHashes) {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' blob: ${scriptHashes.join(" ")}`.trim(),
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The CSP source that allows exactly this inline script. @param {string} script */
export function scriptHash(script) {
  return `'sha256-${createHash("sha256").update(script, "utf8").digest("base64")}'`;
}

/**
 * Hashes of the scripts that the sandbox frame starts from; the frame inherits the page's policy, so every
 * page must allow them.
 * @returns {Promise<string[]>}
 */
export async function sandboxHashes() {
  const file = join(ROOT, "lib", "sandbox", "bootstrap.ts");
  if (!existsSync(file)) return [];
  const { tsImport } = await import("tsx/esm/api");
  const { sandboxScriptHashes } = await tsImport(pathToFileURL(file).href, import.meta.url);
  return typeof sandboxScriptHashes === "function" ? sandboxScriptHashes() : sandboxScriptHashes;
}
