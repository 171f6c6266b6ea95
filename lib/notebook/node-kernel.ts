/**
 * Runs the cells of a page, or the check of an exercise, in a thread of Node, at build time and in tests.
 * Bundled to text by `scripts/build-sandbox.mjs`, because Next cannot bundle a thread's file and a data: URL
 * needs none.
 */

import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { Change, FromDataflow } from "./change";
import { Dataflow } from "./dataflow";
import type { ModuleLoader } from "./evaluate";
import type { CompiledProgram } from "./program";
import { seeded } from "./random";
import { runProgram } from "./run-program";

/** What the thread is to do. */
export type NodeTask = { program: CompiledProgram } | { change: Change };

export type FromNodeKernel =
  | FromDataflow
  | { type: "shown"; display: unknown }
  | { type: "done"; milliseconds: number };

export type ToNodeKernel = { call: number } & ({ value: unknown } | { message: string });

const port = parentPort as MessagePort;
const loader: ModuleLoader = {
  toUrl: (code) => `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`,
  load: (url) => import(url),
};

// The same page from the same source: what is built twice must not differ.
Math.random = seeded(1).uniform;
Error.stackTraceLimit = 100;

function post(message: FromNodeKernel): void {
  port.postMessage(message);
}

function onUncaught(report: (error: unknown) => void): void {
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}

function runCells(change: Change): void {
  const flow = new Dataflow({ ...loader, post, still: true });
  onUncaught((error) => flow.report(error));
  port.on("message", ({ call, ...answer }: ToNodeKernel) => flow.answer(call, answer));
  flow.change(change);
}

async function run(program: CompiledProgram): Promise<void> {
  const milliseconds = await runProgram(program, {
    ...loader,
    post: (display) => post({ type: "shown", display }),
    onUncaught,
  });
  post({ type: "done", milliseconds });
}

const task = workerData as NodeTask;
if ("change" in task) runCells(task.change);
else void run(task.program);
