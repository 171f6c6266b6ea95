import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Display } from "../notebook/display";
import { limits } from "./limits";
import type { FromKernel, ToBroker } from "./protocol";
import { startRun } from "./run";

const program = { entry: "a.ts", focus: "a.ts", modules: [] };

function start() {
  const sent: ToBroker[] = [];
  const shown: Display[] = [];
  const stop = new AbortController();
  const run = startRun(
    stop.signal,
    3,
    program,
    (display) => shown.push(display),
    (message) => sent.push(message),
  );
  run.finished.catch(() => {});
  const say = (message: FromKernel | string) =>
    run.hear({
      type: "said",
      kernel: 3,
      text: typeof message === "string" ? message : JSON.stringify(message),
    });
  return { run, sent, shown, stop, say };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("a run", () => {
  it("shows what the kernel shows, and ends the kernel when it is done", async () => {
    const { run, sent, shown, say } = start();
    say({ type: "shown", display: { kind: "text", text: "hi", tone: "log" } });
    say({ type: "done", milliseconds: 4 });
    expect(await run.finished).toEqual({ milliseconds: 4 });
    expect(shown).toEqual([{ kind: "text", text: "hi", tone: "log" }]);
    expect(sent.map(({ type }) => type)).toEqual(["start", "run", "stop"]);
  });

  it("ends the kernel at once when stopped, and hears nothing after", async () => {
    const { run, sent, shown, stop, say } = start();
    stop.abort();
    expect(sent.at(-1)).toEqual({ type: "stop", kernel: 3 });
    say({ type: "shown", display: { kind: "text", text: "late", tone: "log" } });
    await expect(run.finished).rejects.toMatchObject({ name: "AbortError" });
    expect(shown).toEqual([]);
  });

  it.each(["no JSON", '{"type":"display","display":{"kind":"html"}}', "null"])(
    "ends the kernel when it talks nonsense: %s",
    async (text) => {
      const { run, say } = start();
      say(text);
      await expect(run.finished).rejects.toMatchObject({ name: "SandboxError", code: "ended" });
    },
  );

  it("ends with the broker's reason", async () => {
    const { run } = start();
    run.hear({ type: "ended", kernel: 3, why: "flood", message: "too many" });
    await expect(run.finished).rejects.toMatchObject({ code: "ended", message: "too many" });
  });

  it("ends after its time", async () => {
    const { run } = start();
    await vi.advanceTimersByTimeAsync(limits.run + 10);
    await expect(run.finished).rejects.toMatchObject({ code: "timeout" });
  });
});
