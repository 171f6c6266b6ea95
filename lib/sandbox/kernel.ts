/**
 * Runs one reader's program in a worker of its own. Bundled to text by `scripts/build-sandbox.mjs`. Everything
 * after `runProgram` starts may have been tampered with by the program: the broker counts, the page checks.
 */

import { runProgram } from "../notebook/run-program";
import type { FromKernel, ToKernel } from "./protocol";

declare const self: DedicatedWorkerGlobalScope;

/**
 * Taken away before the program starts. The network and storage need no mention here — the policy and the
 * opaque origin stop them — but nothing else stops workers that start workers, or words past the port.
 */
const removed = [
  "Worker",
  "SharedWorker",
  "BroadcastChannel",
  "postMessage",
  "close",
  "importScripts",
  "Notification",
];

self.onmessage = ({ ports: [port] }) => {
  self.onmessage = null;
  const post = port.postMessage.bind(port);
  const stringify = JSON.stringify;
  const say = (message: FromKernel) => post(stringify(message));
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;

  const run = async (message: Extract<ToKernel, { type: "run" }>) => {
    remove(removed);
    const milliseconds = await runProgram(message.program, {
      toUrl: (code) => URL.createObjectURL(new Blob([code], { type: "text/javascript" })),
      load: (url) => import(url),
      post: (display) => say({ type: "display", display }),
      call: (method, args) =>
        new Promise((resolve, reject) => {
          const call = calls++;
          waiting.set(call, { resolve, reject });
          say({ type: "call", call, method, args });
        }),
      onUncaught,
    });
    say({ type: "done", milliseconds });
  };

  port.onmessage = ({ data: message }: MessageEvent<ToKernel>) => {
    if (message.type === "run") return void run(message);
    const call = waiting.get(message.call);
    waiting.delete(message.call);
    if (message.type === "answer") call?.resolve(message.value);
    else call?.reject(new Error(message.message));
  };
};

/** A global may live on any prototype of the scope. */
function remove(names: readonly string[]): void {
  for (let scope: object | null = self; scope; scope = Object.getPrototypeOf(scope))
    for (const name of names) Reflect.deleteProperty(scope, name);
}

function onUncaught(report: (error: unknown) => void): void {
  self.addEventListener("error", (event) => {
    event.preventDefault();
    report(event.error);
  });
  self.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    report(event.reason);
  });
}
