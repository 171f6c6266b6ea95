import type { Display } from "../notebook/display";
import type { CompiledProgram } from "../notebook/program";
import type { CellServices } from "../notebook/services";
import { createCallGate } from "./calls";
import { SandboxError } from "./errors";
import { limits } from "./limits";
import { type FromBroker, type FromKernel, fromKernel, type ToBroker } from "./protocol";

export interface RunOptions {
  services: CellServices;
  onDisplay(display: Display): void;
}

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
  { services, onDisplay }: RunOptions,
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
  const gate = createCallGate(
    over.signal,
    services,
    (answer) => over.signal.aborted || send({ ...answer, kernel }),
    (loading) => (loading || over.signal.aborted ? clock.pause() : clock.resume()),
  );
  const obey = (message: FromKernel) => {
    if (message.type === "display") onDisplay(message.display);
    else if (message.type === "call") gate.take(message);
    else settle(() => resolve({ milliseconds: message.milliseconds }));
  };
  const hear = (message: FromBroker) => {
    if (over.signal.aborted) return;
    if (message.type === "ended") return fail(new SandboxError("ended", message.message));
    if (message.type !== "said") return;
    const said = parseSaid(message.text);
    if (said) obey(said);
    else fail(new SandboxError("ended", "Stopped: the cell sent a message that makes no sense."));
  };
  const onAbort = () => fail(stopped());
  signal.addEventListener("abort", onAbort, { once: true, signal: over.signal });
  send({ type: "run", kernel, program });
  if (signal.aborted) onAbort();
  return { finished, hear, fail };
}

function parseSaid(text: string): FromKernel | undefined {
  try {
    return fromKernel.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function tooLong(): SandboxError {
  return new SandboxError("timeout", `Stopped: the cell ran for ${limits.run / 1_000} seconds.`);
}

export function stopped(): DOMException {
  return new DOMException("The run was stopped.", "AbortError");
}

/** Counts down `limit` milliseconds, but not while paused. */
function createClock(limit: number, onEnd: () => void) {
  let left = limit;
  let since = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(onEnd, left);
  return {
    pause() {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      left -= performance.now() - since;
    },
    resume() {
      if (timer !== undefined) return;
      since = performance.now();
      timer = setTimeout(onEnd, left);
    },
  };
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
