/**
 * Runs one program in a thread of Node, at build time and in tests. Bundled to text by
 * `scripts/build-sandbox.mjs`, because Next cannot bundle a thread's file and a data: URL needs none.
 */

import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import type { CompiledProgram } from "./program";
import { seeded } from "./random";
import { runProgram } from "./run-program";
import type { ServiceMethod } from "./services";

export type FromNodeKernel =
  | { type: "display"; display: unknown }
  | { type: "call"; call: number; method: ServiceMethod; args: Record<string, unknown> }
  | { type: "done"; milliseconds: number };

export type ToNodeKernel = { call: number; value: unknown } | { call: number; message: string };

const port = parentPort as MessagePort;
const waiting = new Map<number, (answer: ToNodeKernel) => void>();

function post(message: FromNodeKernel): void {
  port.postMessage(message);
}

port.on("message", (answer: ToNodeKernel) => {
  waiting.get(answer.call)?.(answer);
  waiting.delete(answer.call);
});

// The same page from the same source: what is built twice must not differ.
Math.random = seeded(1).uniform;

void runProgram(workerData as CompiledProgram, {
  toUrl: (code) => `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`,
  load: (url) => import(url),
  post: (display) => post({ type: "display", display }),
  call: (method, args) =>
    new Promise((resolve, reject) => {
      const call = waiting.size + 1;
      waiting.set(call, (answer) =>
        "message" in answer ? reject(new Error(answer.message)) : resolve(answer.value),
      );
      post({ type: "call", call, method, args });
    }),
  onUncaught: (report) => {
    process.on("uncaughtException", report);
    process.on("unhandledRejection", report);
  },
}).then((milliseconds) => post({ type: "done", milliseconds }));
