import type { Displays } from "./displays";
import { type CellHost, createStdlib, type Stdlib, stdlibNames } from "./stdlib";

/** Globals that each run of a cell gets a version of its own of: what they do ends with the run. */
const scopedGlobals = ["console", "setTimeout", "setInterval"] as const;

/** All names that a cell's body takes as arguments, besides those of other cells. */
export const libraryNames: readonly string[] = [...stdlibNames, ...scopedGlobals];

/** The values of `libraryNames` for one run. Timers end when `over` is aborted. */
export function createScope(host: CellHost, displays: Displays, over: AbortSignal): Record<string, unknown> {
  const timed =
    (set: typeof setTimeout | typeof setInterval, clear: typeof clearTimeout) =>
    (run: () => void, milliseconds?: number, ...rest: []) => {
      const timer = set(run, milliseconds, ...rest);
      over.addEventListener("abort", () => clear(timer));
      return timer;
    };
  const scoped: Record<(typeof scopedGlobals)[number], unknown> = {
    console: { ...console, ...displays.console },
    setTimeout: timed(setTimeout, clearTimeout),
    setInterval: timed(setInterval, clearInterval),
  };
  // Names are read one by one, by those who use them: a getter may load what its value is made of.
  return Object.assign(createStdlib(host) as Stdlib & Record<string, unknown>, scoped);
}
