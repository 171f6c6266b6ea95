import { SandboxError } from "./errors";
import { limits } from "./limits";
import { type FromKernel, fromKernel } from "./protocol";

/** A kernel's words, checked; nothing if they make no sense. */
export function parseSaid(text: string): FromKernel | undefined {
  if (isDeep(text)) return undefined;
  try {
    return fromKernel.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Whether JSON nests deeper than anything we say: parsing a million brackets would hold the page up. */
export function isDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    if (depth > limits.depth) return true;
  }
  return false;
}

export function senseless(): SandboxError {
  return new SandboxError("ended", "Stopped: the cell sent a message that makes no sense.");
}

export function tooLong(): SandboxError {
  return new SandboxError("timeout", `Stopped: the cell ran for ${limits.run / 1_000} seconds.`);
}
