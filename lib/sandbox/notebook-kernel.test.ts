import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CellServices, noServices } from "../notebook/services";
import { limits } from "./limits";
import { startNotebookKernel } from "./notebook-kernel";
import type { FromKernel, ToBroker } from "./protocol";

function start(services: Partial<CellServices> = {}) {
  const sent: ToBroker[] = [];
  const told: string[] = [];
  const ended: Error[] = [];
  const kernel = startNotebookKernel(
    7,
    { ...noServices, ...services },
    { onMessage: ({ type }) => told.push(type), onEnd: (error) => ended.push(error) },
    (message) => sent.push(message),
  );
  const say = (message: FromKernel | string) =>
    kernel.hear({
      type: "said",
      kernel: 7,
      text: typeof message === "string" ? message : JSON.stringify(message),
    });
  const begin = (cell: string, run: number) => say({ type: "started", cell, run, epoch: 1 });
  const finish = (cell: string, run: number) =>
    say({ type: "finished", cell, run, milliseconds: 1, failed: false, streaming: false });
  const ask = (cell: string, run: number, call = 0) =>
    say({ type: "call", call, cell, run, method: "model", args: { model: "m" } });
  return { kernel, sent, told, ended, say, begin, finish, ask };
}

const forever = { model: (signal: AbortSignal) => waitFor(signal) } as unknown as Partial<CellServices>;

/** Never answers; rejects when it is cancelled. */
function waitFor(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new Error("cancelled")));
  });
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("a notebook's kernel", () => {
  it("is started, takes changes, and is stopped once", () => {
    const { kernel, sent } = start();
    kernel.change({ epoch: 1 });
    kernel.close();
    kernel.close();
    kernel.change({ epoch: 2 });
    expect(sent.map(({ type }) => type)).toEqual(["start", "change", "stop"]);
  });

  it.each([
    "no JSON",
    '{"type":"display","cell":"a","run":0,"at":0,"display":{"kind":"evil"}}',
    '{"type":"done"}',
  ])("ends when it talks nonsense: %s", (text) => {
    const { say, ended, sent } = start();
    say(text);
    expect(ended[0]).toMatchObject({ name: "SandboxError", code: "ended" });
    expect(sent.at(-1)?.type).toBe("stop");
  });

  it("ends a cell that runs for too long, and lets one live on that has finished", async () => {
    const { begin, finish, ended } = start();
    begin("a", 0);
    finish("a", 0);
    await vi.advanceTimersByTimeAsync(2 * limits.run);
    expect(ended).toEqual([]);
    begin("b", 1);
    await vi.advanceTimersByTimeAsync(limits.run + 10);
    expect(ended[0]).toMatchObject({ code: "timeout" });
  });

  it("does not count the time in which a model loads", async () => {
    const { begin, ask, ended } = start({
      model: () => new Promise((resolve) => setTimeout(resolve, 2 * limits.run, { vocabularySize: 1 })),
    });
    begin("a", 0);
    ask("a", 0);
    await vi.advanceTimersByTimeAsync(2 * limits.run + limits.run / 2);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(limits.run);
    expect(ended[0]).toMatchObject({ code: "timeout" });
  });

  it("cancels the calls of a run when a newer run of its cell begins, and refuses calls of runs that are over", async () => {
    const signals: AbortSignal[] = [];
    const { begin, ask, sent } = start({
      ...forever,
      model: (signal) => {
        signals.push(signal);
        return waitFor(signal);
      },
    });
    begin("a", 0);
    ask("a", 0);
    await vi.advanceTimersByTimeAsync(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    begin("a", 1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    ask("a", 0, 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(signals).toHaveLength(1);
    expect(sent.filter(({ type }) => type === "answer")).toEqual([]);
  });

  it("lets what a finished cell handed on, such as a model, go on asking", async () => {
    const { begin, finish, ask, sent } = start({ model: async () => ({ vocabularySize: 3 }) as never });
    begin("a", 0);
    finish("a", 0);
    ask("a", 0, 5);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent.at(-1)).toMatchObject({ type: "answer", call: 5, kernel: 7 });
  });

  it("tells the notebook why the broker ended it", () => {
    const { kernel, ended } = start();
    kernel.hear({ type: "ended", kernel: 7, why: "flood", message: "too many" });
    expect(ended).toMatchObject([{ code: "ended", message: "too many" }]);
  });
});
