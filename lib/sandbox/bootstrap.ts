import bootstrap, { hash } from "./generated/frame";

/** The one constant script of the sandbox's frame. */
export const SANDBOX_BOOTSTRAP = bootstrap;

/**
 * Sources for the `script-src` of every page that runs cells: a srcdoc frame inherits the page's policy, so the
 * page has to allow the frame's script (by hash) and the workers' modules (`blob:`) as well.
 */
export function sandboxScriptHashes(): string[] {
  return [`'${hash}'`];
}

const policy = [
  "default-src 'none'",
  `script-src '${hash}' blob: 'wasm-unsafe-eval'`,
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The frame's whole document. */
export function sandboxDocument(): string {
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${SANDBOX_BOOTSTRAP}</script>`;
}
