import { completeDisplay } from "./complete";
import type { Display, TextDisplay } from "./display";
import { format } from "./format";
import { inspect } from "./inspect";
import { limitDisplay } from "./limit";
import { describeError, type Place } from "./locate";
import type { CallService, ServiceMethod } from "./services";
import type { CellHost, CellModel } from "./stdlib";

/** Displays one run may make; the rest are counted, and a note says how many were left out. */
export const displayLimit = 500;

/** The global that compiled cells and `stdlib.ts` reach for. */
export interface RunningCellHost extends CellHost {
  /** Shows the value of the last expression, unless there is none. */
  value(value: unknown): void;
  locate(error: unknown): Place | undefined;
}

export interface CellHostParts {
  /** Sends a display to the page (or keeps it, in Node). */
  post(display: Display): void;
  call: CallService;
  locate(error: unknown): Place | undefined;
}

/** Where a running cell's displays, console lines and model calls go. */
export function createCellHost({ post, call, locate }: CellHostParts) {
  let made = 0;
  const emit = (make: () => Display) => {
    made++;
    if (made <= displayLimit) post(make());
  };
  const write = (tone: TextDisplay["tone"], values: unknown[]) =>
    emit(() => limitDisplay({ kind: "text", text: values.map((value) => format(value)).join(" "), tone }));
  const host: RunningCellHost = {
    display: (value) => emit(() => inspect(value)),
    show: (display) => emit(() => completeDisplay(display)),
    value: (value) => {
      if (value !== undefined) emit(() => inspect(value));
    },
    model: (name) => openModel(call, name),
    locate,
  };
  /** Says what was left out; call it when the run ends. */
  const finish = () => {
    if (made <= displayLimit) return;
    const rest = (made - displayLimit).toLocaleString("en-US");
    post({ kind: "text", text: `… ${rest} more outputs were left out`, tone: "warn" });
  };
  return { host, console: createConsole(write, host), finish };
}

function createConsole(write: (tone: TextDisplay["tone"], values: unknown[]) => void, host: CellHost) {
  const log = (...values: unknown[]) => write("log", values);
  return {
    log,
    info: log,
    debug: log,
    dir: log,
    trace: log,
    warn: (...values: unknown[]) => write("warn", values),
    error: (...values: unknown[]) => write("error", values),
    table: (value: unknown) => host.display(value),
  };
}

async function openModel(call: CallService, name: string): Promise<CellModel> {
  const ask = <T>(method: ServiceMethod, args: object) =>
    callFromHere<T>(call, method, { model: name, ...args });
  const { vocabularySize } = await ask<{ vocabularySize: number }>("model", {});
  return {
    name,
    vocabularySize,
    tokenize: (text) => ask("tokenize", { text }),
    tokenTexts: (tokens) => ask("tokenTexts", { tokens }),
    logits: (text) => ask("logits", { text }),
    allLogits: (text) => ask("allLogits", { text }),
    trace: (text, options = {}) => ask("trace", { text, ...options }),
    weights: (tensor) => ask("weights", { name: tensor }),
  };
}

/** The page's refusal comes back out of nowhere; the error made before asking knows the reader's line. */
async function callFromHere<T>(call: CallService, method: ServiceMethod, args: Record<string, unknown>) {
  const failure = new Error();
  try {
    return (await call(method, args)) as T;
  } catch (error) {
    failure.name = "ModelError";
    failure.message = describeError(error).message;
    throw failure;
  }
}
