import type { Display } from "@/lib/notebook/display";
import type { Program } from "@/lib/notebook/program";
import { openSandbox } from "./tools";

export interface Ran {
  /** `failed`: the program never ran, or was ended; the error is among the displays. */
  outcome: "done" | "failed" | "stopped";
  /** Time of the program itself, in the sandbox. */
  milliseconds?: number;
}

/** Compiles and runs a program in a kernel of its own. All that weighs anything is loaded here, on the first run. */
export async function runProgram(
  signal: AbortSignal,
  program: Program,
  onDisplay: (display: Display) => void,
): Promise<Ran> {
  let failed = false;
  const show = (display: Display) => {
    failed ||= display.kind === "error";
    onDisplay(display);
  };
  try {
    const [{ compile }, host] = await Promise.all([import("@/lib/notebook/compile"), openSandbox()]);
    const { milliseconds } = await host.run(signal, compile(program), show);
    return { outcome: failed ? "failed" : "done", milliseconds };
  } catch (error) {
    if (signal.aborted) return { outcome: "stopped" };
    show(toErrorDisplay(error, program.focus ?? program.entry));
    return { outcome: "failed" };
  }
}

/** Errors of the compiler know their line; those of the sandbox are sentences. */
function toErrorDisplay(error: unknown, focus: string): Display {
  if (!(error instanceof Error)) return { kind: "error", name: "Error", message: String(error) };
  const { module, line } = error as { module?: string; line?: number };
  return {
    kind: "error",
    name: error.name === "SandboxError" ? "Sandbox" : error.name,
    message: error.message,
    line: module === focus ? line : undefined,
  };
}
