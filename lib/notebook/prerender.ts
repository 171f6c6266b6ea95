import { Worker } from "node:worker_threads";
import { compile } from "./compile";
import { type Display, display } from "./display";
import nodeKernel from "./generated/node-kernel";
import type { FromNodeKernel } from "./node-kernel";
import { type Program, ProgramError } from "./program";
import { type CellServices, noServices, toPlain } from "./services";

/** A cell of ours that takes longer than this at build time is broken. */
const limit = 60_000;

/**
 * Runs a program in Node and returns what it shows: the outputs that a page carries before anything runs in
 * it. Each program gets a thread with globals of its own, so concurrent calls never mix. Errors of the program
 * are displays, as in the page.
 */
export async function prerender(program: Program, services: CellServices = noServices): Promise<Display[]> {
  try {
    return await runInThread(program, services);
  } catch (error) {
    if (error instanceof ProgramError)
      return [{ kind: "error", name: error.name, message: error.message, line: error.line }];
    throw error;
  }
}

async function runInThread(program: Program, services: CellServices): Promise<Display[]> {
  const thread = new Worker(nodeKernel, { eval: true, workerData: compile(program), execArgv: [] });
  const stopped = new AbortController();
  try {
    return await collect(thread, program.entry, services, stopped.signal);
  } finally {
    stopped.abort();
    await thread.terminate();
  }
}

function collect(thread: Worker, name: string, services: CellServices, signal: AbortSignal) {
  return new Promise<Display[]>((resolve, reject) => {
    const displays: Display[] = [];
    const timer = setTimeout(() => reject(new Error(`${name} ran for more than ${limit / 1_000} s.`)), limit);
    signal.addEventListener("abort", () => clearTimeout(timer));
    thread.on("error", reject);
    thread.on("exit", () => reject(new Error(`${name} ended its thread.`)));
    thread.on("message", (message: FromNodeKernel) => {
      if (message.type === "display") displays.push(display.parse(message.display));
      else if (message.type === "done") resolve(displays);
      else void answer(thread, message, services, signal);
    });
  });
}

type Call = Extract<FromNodeKernel, { type: "call" }>;

async function answer(
  thread: Worker,
  { call, method, args }: Call,
  services: CellServices,
  signal: AbortSignal,
) {
  try {
    const value = toPlain(await services[method](signal, args as never));
    thread.postMessage({ call, value });
  } catch (error) {
    thread.postMessage({ call, message: error instanceof Error ? error.message : String(error) });
  }
}
