import { createCellHost } from "./cell-host";
import type { Display } from "./display";
import { ErrorPlacer, linkModules, type ModuleLoader } from "./evaluate";
import type { CompiledProgram } from "./program";
import { builtins } from "./resolve";
import type { CallService } from "./services";

/** The place where a program runs: a worker of the sandbox, or a thread of Node. */
export interface Ground extends ModuleLoader {
  post(display: Display): void;
  call: CallService;
  /** Errors that no `await` of the program catches: from timers and forgotten promises. */
  onUncaught(report: (error: unknown) => void): void;
}

/** Runs a compiled program to the end of its top level, in a global scope of its own; returns milliseconds. */
export async function runProgram(program: CompiledProgram, ground: Ground): Promise<number> {
  const urls = linkModules(program, ground.toUrl);
  const placer = new ErrorPlacer(urls, program.focus, builtins);
  const { host, console, finish } = createCellHost({ ...ground, locate: (error) => placer.place(error) });
  const report = (error: unknown) => ground.post(placer.toDisplay(error));
  Object.defineProperty(globalThis, "__glassbox", { value: Object.freeze(host) });
  Object.assign(globalThis.console, console);
  ground.onUncaught(report);
  // Deep recursion must not push the reader's own frame out of the stack that is searched for it.
  (Error as { stackTraceLimit?: number }).stackTraceLimit = 100;
  const started = performance.now();
  await ground.load(urls.get(program.entry)!).catch(report);
  const milliseconds = performance.now() - started;
  finish();
  return milliseconds;
}
