import type { Change, FromDataflow } from "../notebook/change";
import type { CellServices } from "../notebook/services";
import { type CallGate, createCallGate } from "./calls";
import { createClock } from "./clock";
import { SandboxError } from "./errors";
import { limits } from "./limits";
import type { FromBroker, FromKernel, ToBroker } from "./protocol";
import { parseSaid, senseless, tooLong } from "./said";

export interface NotebookKernelEvents {
  /** What the cells say, checked; model calls are served here and not told. */
  onMessage(message: Exclude<FromDataflow, { type: "call" }>): void;
  /** The kernel is gone without having been closed. */
  onEnd(error: Error): void;
}

/** The kernel of a page's notebook, as the page knows it. */
export interface NotebookKernel {
  change(change: Change): void;
  /** Ends it at once, however busy it is, and every model call with it. */
  close(): void;
}

/** One run of one cell: what it may ask of the page ends with it. */
interface CellRun {
  run: number;
  over: AbortController;
  gate: CallGate;
  /** Until the run has finished. */
  clock: ReturnType<typeof createClock> | undefined;
}

/** Starts a kernel for a notebook. Each run of a cell has its own limits; a newer run of a cell ends the older. */
export function startNotebookKernel(
  kernel: number,
  services: CellServices,
  { onMessage, onEnd }: NotebookKernelEvents,
  send: (message: ToBroker) => void,
) {
  const runs = new Map<string, CellRun>();
  let closed = false;
  let loading = 0;

  const close = () => {
    if (closed) return;
    closed = true;
    for (const id of [...runs.keys()]) endRun(id);
    send({ type: "stop", kernel });
  };
  const fail = (error: Error) => {
    if (closed) return;
    close();
    onEnd(error);
  };
  const endRun = (cell: string) => {
    runs.get(cell)?.clock?.pause();
    runs.get(cell)?.over.abort();
    runs.delete(cell);
  };
  /** What a finished run handed on, such as a model, may still ask. */
  const endClock = (run: CellRun | undefined) => {
    run?.clock?.pause();
    if (run) run.clock = undefined;
  };
  const onLoading = (isLoading: boolean) => {
    loading += isLoading ? 1 : -1;
    for (const { clock } of runs.values()) {
      if (loading > 0) clock?.pause();
      else clock?.resume();
    }
  };
  const startRun = (cell: string, run: number) => {
    endRun(cell);
    const over = new AbortController();
    const reply = (answer: Parameters<Parameters<typeof createCallGate>[2]>[0]) =>
      closed || send({ ...answer, kernel });
    const gate = createCallGate(over.signal, services, reply, onLoading);
    const clock = createClock(limits.run, () => fail(tooLong()));
    if (loading > 0) clock.pause();
    runs.set(cell, { run, over, gate, clock });
  };
  const obey = (message: FromKernel) => {
    if (message.type === "shown" || message.type === "done") return fail(senseless());
    if (message.type === "call") {
      const asking = runs.get(message.cell);
      if (asking?.run === message.run) asking.gate.take(message);
      return;
    }
    if (message.type === "started") startRun(message.cell, message.run);
    if (message.type === "waiting") endRun(message.cell);
    if (message.type === "finished") endClock(runs.get(message.cell));
    onMessage(message);
  };
  const hear = (message: FromBroker) => {
    if (closed) return;
    if (message.type === "ended") return fail(new SandboxError("ended", message.message));
    if (message.type !== "said") return;
    const said = parseSaid(message.text);
    if (said) obey(said);
    else fail(senseless());
  };
  send({ type: "start", kernel });
  return {
    hear,
    fail,
    change: (change: Change) => closed || send({ type: "change", kernel, change }),
    close,
  };
}
