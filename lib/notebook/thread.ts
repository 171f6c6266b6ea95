import { Worker } from "node:worker_threads";
import nodeKernel from "./generated/node-kernel";
import type { FromNodeKernel, NodeTask, ToNodeKernel } from "./node-kernel";
import { type CellServices, toPlain } from "./services";

/** Code of ours that takes longer than this at build time is broken. */
const limit = 120_000;

type Call = Extract<FromNodeKernel, { type: "call" }>;
type Told = Exclude<FromNodeKernel, Call>;

/**
 * Does a task in a thread of Node with globals of its own, so that tasks at the same time never mix. Answers
 * its model calls; hands everything else to `hear`, until that returns true. `name` stands in errors.
 */
export async function runInThread(
  name: string,
  task: NodeTask,
  services: CellServices,
  hear: (message: Told) => boolean,
): Promise<void> {
  const thread = new Worker(nodeKernel, { eval: true, workerData: task, execArgv: [] });
  const over = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`${name} ran for more than ${limit / 1_000} s.`)),
        limit,
      );
      over.signal.addEventListener("abort", () => clearTimeout(timer));
      thread.on("error", reject);
      thread.on("exit", () => reject(new Error(`${name} ended its thread.`)));
      thread.on("message", (message: FromNodeKernel) => {
        if (message.type === "call") void answer(thread, message, services, over.signal);
        else if (hear(message)) resolve();
      });
    });
  } finally {
    over.abort();
    await thread.terminate();
  }
}

async function answer(
  thread: Worker,
  { call, method, args }: Call,
  services: CellServices,
  signal: AbortSignal,
): Promise<void> {
  const say = (message: ToNodeKernel) => thread.postMessage(message);
  try {
    say({ call, value: toPlain(await services[method](signal, args as never)) });
  } catch (error) {
    say({ call, message: error instanceof Error ? error.message : String(error) });
  }
}
