/**
 * The page's side of the sandbox: runs code where it can reach neither the network, nor storage, nor the page.
 * The frame is made when it is first needed and taken down when idle. A notebook has a kernel for as long as it
 * wants; every check of an exercise has one of its own.
 */

import type { Display } from "../notebook/display";
import type { CompiledProgram } from "../notebook/program";
import type { CellServices } from "../notebook/services";
import { type Channel, openChannel } from "./channel";
import { SandboxError } from "./errors";
import { limits } from "./limits";
import { type NotebookKernel, type NotebookKernelEvents, startNotebookKernel } from "./notebook-kernel";
import type { FromBroker } from "./protocol";
import { type RunResult, startRun, stopped } from "./run";

export type { RunResult } from "./run";

export interface Sandbox {
  /**
   * Resolves when the program's top level has ended; its errors are displays. Rejects with `AbortError` when
   * stopped, else with a `SandboxError`.
   */
  run(
    signal: AbortSignal,
    program: CompiledProgram,
    onDisplay: (display: Display) => void,
  ): Promise<RunResult>;
  /** A kernel for a notebook. Rejects with a `SandboxError` where none can start. */
  openNotebook(services: CellServices, events: NotebookKernelEvents): Promise<NotebookKernel>;
  /** Ends everything and takes the frame down; the next call makes a new one. */
  close(): void;
}

/** Whoever has a kernel. */
interface Tenant {
  hear(message: FromBroker): void;
  fail(error: Error): void;
}

export function createSandbox(): Sandbox {
  const tenants = new Map<number, Tenant>();
  let kernels = 0;
  let opening: Promise<Channel> | undefined;
  let unanswered = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let heart: ReturnType<typeof setInterval> | undefined;

  const close = () => {
    void opening?.then((channel) => channel.close()).catch(() => {});
    opening = undefined;
    for (const tenant of [...tenants.values()]) tenant.fail(lost());
  };

  const onMessage = (message: FromBroker) => {
    unanswered = 0;
    if (message.type === "said" || message.type === "ended") tenants.get(message.kernel)?.hear(message);
  };

  const open = () => {
    clearTimeout(idle);
    opening ??= openChannel({ onMessage, onLost: close }).catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  /** Only while there is a kernel: a broker that answers no ping has died. */
  const beat = (channel: Channel) => {
    unanswered = 0;
    heart ??= setInterval(() => {
      if (++unanswered > limits.unanswered) close();
      else channel.send({ type: "ping" });
    }, limits.ping);
  };

  const leave = (kernel: number) => {
    tenants.delete(kernel);
    if (tenants.size > 0) return;
    clearInterval(heart);
    heart = undefined;
    clearTimeout(idle);
    idle = setTimeout(close, limits.idle);
  };

  return {
    close,
    async run(signal, program, onDisplay) {
      const channel = await open();
      if (signal.aborted) throw stopped();
      const kernel = kernels++;
      const run = startRun(signal, kernel, program, onDisplay, channel.send);
      tenants.set(kernel, run);
      beat(channel);
      try {
        return await run.finished;
      } finally {
        leave(kernel);
      }
    },
    async openNotebook(services, { onMessage: hear, onEnd }) {
      const channel = await open();
      const kernel = kernels++;
      const onGone = (error: Error) => {
        leave(kernel);
        onEnd(error);
      };
      const notebook = startNotebookKernel(
        kernel,
        services,
        { onMessage: hear, onEnd: onGone },
        channel.send,
      );
      tenants.set(kernel, notebook);
      beat(channel);
      return {
        change: notebook.change,
        close() {
          notebook.close();
          leave(kernel);
        },
      };
    },
  };
}

function lost(): SandboxError {
  return new SandboxError(
    "died",
    "The sandbox ended while the cell ran, most likely for want of memory. The rest of the page is fine; run the cell again with less.",
  );
}
