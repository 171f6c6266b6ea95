import type { Display } from "./display";
import { createDisplays } from "./displays";
import { ErrorPlacer, linkModules, type ModuleLoader } from "./evaluate";
import type { CompiledProgram } from "./program";
import { builtins } from "./resolve";

/** The place where a program runs: a worker of the sandbox, or a thread of Node. */
export interface Ground extends ModuleLoader {
  post(display: Display): void;
  /** Errors that no `await` of the program catches: from timers and forgotten promises. */
  onUncaught(report: (error: unknown) => void): void;
}

/** Runs the check of an exercise to its end, in a global scope of its own; returns milliseconds. */
export async function runProgram(program: CompiledProgram, ground: Ground): Promise<number> {
  const urls = linkModules(program, ground.toUrl);
  const placer = new ErrorPlacer(urls, program.focus, builtins);
  const { show, console, finish } = createDisplays(ground.post);
  const report = (error: unknown) => ground.post(placer.toDisplay(error));
  const host = { show, locate: (error: unknown) => placer.place(error) };
  Object.defineProperty(globalThis, "__glassbox", { value: Object.freeze(host) });
  Object.assign(globalThis.console, console);
  ground.onUncaught(report);
  const started = performance.now();
  await ground.load(urls.get(program.entry)!).catch(report);
  const milliseconds = performance.now() - started;
  finish();
  return milliseconds;
}
