import type { Display } from "../notebook/display";
import type { CompiledProgram } from "../notebook/program";
import { createClock } from "./clock";
import { SandboxError } from "./errors";
import { limits } from "./limits";
import type { FromBroker, ToBroker } from "./protocol";
import { parseSaid, senseless, tooLong } from "./said";

export interface RunResult {
  /** Time from the start of the program to the end of its top level, measured in the worker. */
  milliseconds: number;
}

/** One program in one kernel, seen from the page. */
export interface Run {
  finished: Promise<RunResult>;
  /** What the broker says about this run's kernel. */
  hear(message: FromBroker): void;
  fail(error: Error): void;
}

/** Starts a kernel and the program in it. Aborting the signal ends both at once. */
export function startRun(
  signal: AbortSignal,
  kernel: number,
  program: CompiledProgram,
  onDisplay: (display: Display) => void,
  send: (message: ToBroker) => void,
): Run {
  const over = new AbortController();
  const { promise: finished, resolve, reject } = withResolvers<RunResult>();
  const settle = (act: () => void) => {
    if (over.signal.aborted) return;
    over.abort();
    send({ type: "stop", kernel });
    act();
  };
  const fail = (error: Error) => settle(() => reject(error));
  const clock = createClock(limits.run, () => fail(tooLong()));
  over.signal.addEventListener("abort", () => clock.pause());
  const hear = (message: FromBroker) => {
    if (over.signal.aborted) return;
    if (message.type === "ended") return fail(new SandboxError("ended", message.message));
    if (message.type !== "said") return;
    const said = parseSaid(message.text);
    if (said?.type === "shown") onDisplay(said.display);
    else if (said?.type === "done") settle(() => resolve({ milliseconds: said.milliseconds }));
    else fail(senseless());
  };
  const onAbort = () => fail(stopped());
  signal.addEventListener("abort", onAbort, { once: true, signal: over.signal });
  send({ type: "start", kernel });
  send({ type: "run", kernel, program });
  if (signal.aborted) onAbort();
  return { finished, hear, fail };
}

export function stopped(): DOMException {
  return new DOMException("The run was stopped.", "AbortError");
}

/** `Promise.withResolvers`, which Safari 17.3 and older lack. */
function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
