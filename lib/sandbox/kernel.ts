/**
 * Runs a reader's code in a worker of its own: the cells of a notebook, or the check of an exercise. Bundled to
 * text by `scripts/build-sandbox.mjs`. Everything after the first line of a reader's code runs may have been
 * tampered with: the broker counts, the page checks.
 */

import { Dataflow } from "../notebook/dataflow";
import type { ModuleLoader } from "../notebook/evaluate";
import { runProgram } from "../notebook/run-program";
import type { FromKernel, ToKernel } from "./protocol";

declare const self: DedicatedWorkerGlobalScope;

/**
 * Taken away before any code of a reader starts. The network and most storage need no mention here — the policy and the
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
  // WebKit gives a cache even to an origin that is nobody's; shaders would reach the graphics card's driver.
  "caches",
  "OffscreenCanvas",
];

const loader: ModuleLoader = {
  toUrl: (code) => URL.createObjectURL(new Blob([code], { type: "text/javascript" })),
  load: (url) => import(url),
};

self.onmessage = ({ ports: [port] }) => {
  self.onmessage = null;
  remove(removed);
  // Deep recursion must not push the reader's own line out of the stack that is searched for it.
  (Error as { stackTraceLimit?: number }).stackTraceLimit = 100;
  const post = port.postMessage.bind(port);
  const stringify = JSON.stringify;
  const say = (message: FromKernel) => post(stringify(message));
  let cells: Dataflow | undefined;

  const openCells = () => {
    const opened = new Dataflow({ ...loader, post: say });
    onUncaught((error) => opened.report(error));
    onRefused((address) => say({ type: "refused", address }));
    return opened;
  };

  const run = async (message: Extract<ToKernel, { type: "run" }>) => {
    onRefused((address) => {
      const text = `The sandbox has no network: ${address} was not reached.`;
      say({ type: "shown", display: { kind: "text", tone: "warn", text } });
    });
    const milliseconds = await runProgram(message.program, {
      ...loader,
      post: (display) => say({ type: "shown", display }),
      onUncaught,
    });
    say({ type: "done", milliseconds });
  };

  port.onmessage = ({ data: message }: MessageEvent<ToKernel>) => {
    if (message.type === "run") return void run(message);
    cells ??= openCells();
    if (message.type === "change") cells.change(message.change);
    else cells.answer(message.call, message);
  };
};

/** A global may live on any prototype of the scope. */
function remove(names: readonly string[]): void {
  for (let scope: object | null = self; scope; scope = Object.getPrototypeOf(scope))
    for (const name of names) Reflect.deleteProperty(scope, name);
}

/** Addresses that the policy refused, also where the code that asked caught the error; each once, the first few. */
function onRefused(report: (address: string) => void): void {
  const told = new Set<string>();
  self.addEventListener("securitypolicyviolation", (event) => {
    const address = (event as SecurityPolicyViolationEvent).blockedURI.slice(0, 300);
    if (told.has(address) || told.size >= 5) return;
    told.add(address);
    report(address);
  });
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
