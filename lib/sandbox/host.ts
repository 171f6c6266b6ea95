/**
 * The page's side of the sandbox: runs compiled programs where they can reach neither the network, nor storage,
 * nor the page. The frame is made on the first run and taken down when idle; every run has a kernel of its own.
 */

import type { CompiledProgram } from "../notebook/program";
import { type Channel, openChannel } from "./channel";
import { SandboxError } from "./errors";
import { limits } from "./limits";
import type { FromBroker } from "./protocol";
import { type Run, type RunOptions, type RunResult, startRun, stopped } from "./run";

export type { RunOptions, RunResult } from "./run";

export interface Sandbox {
  /**
   * Resolves when the program's top level has ended; its errors are displays. Rejects with `AbortError` when
   * stopped, else with a `SandboxError`.
   */
  run(signal: AbortSignal, program: CompiledProgram, options: RunOptions): Promise<RunResult>;
  /** Ends every run and takes the frame down; the next run makes a new one. */
  close(): void;
}

export function createSandbox(): Sandbox {
  const runs = new Map<number, Run>();
  let kernels = 0;
  let opening: Promise<Channel> | undefined;
  let unanswered = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let heart: ReturnType<typeof setInterval> | undefined;

  const close = () => {
    void opening?.then((channel) => channel.close()).catch(() => {});
    opening = undefined;
    for (const run of runs.values()) run.fail(lost());
  };

  const onMessage = (message: FromBroker) => {
    unanswered = 0;
    if (message.type === "said" || message.type === "ended") runs.get(message.kernel)?.hear(message);
  };

  const open = () => {
    opening ??= openChannel({ onMessage, onLost: close }).catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  /** Only while something runs: a broker that answers no ping has died. */
  const beat = (channel: Channel) => {
    unanswered = 0;
    heart ??= setInterval(() => {
      if (++unanswered > limits.unanswered) close();
      else channel.send({ type: "ping" });
    }, limits.ping);
  };

  const rest = () => {
    if (runs.size > 0) return;
    clearInterval(heart);
    heart = undefined;
    idle = setTimeout(close, limits.idle);
  };

  return {
    close,
    async run(signal, program, options) {
      clearTimeout(idle);
      const channel = await open();
      if (signal.aborted) throw stopped();
      const kernel = kernels++;
      const run = startRun(signal, kernel, program, options, channel.send);
      runs.set(kernel, run);
      beat(channel);
      try {
        return await run.finished;
      } finally {
        runs.delete(kernel);
        rest();
      }
    },
  };
}

function lost(): SandboxError {
  return new SandboxError(
    "died",
    "The sandbox ended while the cell ran, most likely for want of memory. The rest of the page is fine; run the cell again with less.",
  );
}
