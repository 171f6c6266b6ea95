import { SandboxError } from "./errors";
import { limits } from "./limits";
import { type FromKernel, fromKernel } from "./protocol";

/** A kernel's words, checked; nothing if they make no sense. */
export function parseSaid(text: string): FromKernel | undefined {
  try {
    return fromKernel.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function senseless(): SandboxError {
  return new SandboxError("ended", "Stopped: the cell sent a message that makes no sense.");
}

export function tooLong(): SandboxError {
  return new SandboxError("timeout", `Stopped: the cell ran for ${limits.run / 1_000} seconds.`);
}
