import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OpenModel, OpenOptions } from "@/lib/model/client";
import { ModelError } from "@/lib/model/language-model";
import { SharedModel, sharedModel } from "./shared-model";

/** Every model that was opened, in the order of opening. */
const opened: { signal: AbortSignal; options: OpenOptions; close: ReturnType<typeof vi.fn> }[] = [];

vi.mock("@/lib/model/client", () => ({
  openModel: async (signal: AbortSignal, _base: string, options: OpenOptions) => {
    const close = vi.fn();
    opened.push({ signal, options, close });
    await Promise.resolve();
    signal.throwIfAborted();
    return { name: `model ${opened.length}`, close } as unknown as OpenModel;
  },
}));

const nobody = () => () => {};
/** Lets promises settle, and then as much time pass. */
const pass = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
  opened.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a model of a page", () => {
  it("is opened once for all who ask", async () => {
    const model = new SharedModel("m");
    model.subscribe(nobody());
    model.subscribe(nobody());
    model.load();
    model.load();
    await pass();
    model.load();
    const one = await model.ready();
    expect(await model.ready()).toBe(one);
    expect(opened).toHaveLength(1);
    expect(model.state.status).toBe("ready");
  });

  it("is unloaded a while after its last demo has gone, and not before", async () => {
    const model = new SharedModel("m");
    const [first, second] = [model.subscribe(nobody()), model.subscribe(nobody())];
    model.load();
    await pass();
    first();
    await pass(60_000);
    expect(opened[0].close).not.toHaveBeenCalled();
    second();
    await pass(9_000);
    expect(opened[0].close).not.toHaveBeenCalled();
    await pass(2_000);
    expect(opened[0].close).toHaveBeenCalledOnce();
    expect(model.state.status).toBe("idle");
    model.subscribe(nobody());
    model.load();
    await pass();
    expect(opened).toHaveLength(2);
  });

  it("stays when a demo comes back in time", async () => {
    const model = new SharedModel("m");
    const leave = model.subscribe(nobody());
    model.load();
    await pass();
    leave();
    await pass(9_000);
    model.subscribe(nobody());
    await pass(60_000);
    expect(model.state.status).toBe("ready");
  });

  it("stays as long as a run of a cell uses it", async () => {
    const model = new SharedModel("m");
    const run = new AbortController();
    const ready = model.ready(run.signal);
    await pass();
    await ready;
    await model.ready(run.signal);
    await pass(60_000);
    expect(model.state.status).toBe("ready");
    run.abort();
    await pass(11_000);
    expect(opened[0].close).toHaveBeenCalledOnce();
    expect(model.state.status).toBe("idle");
  });

  it("is not opened to the end when everybody leaves meanwhile", async () => {
    const model = new SharedModel("m");
    const leave = model.subscribe(nobody());
    model.load();
    leave();
    expect(opened[0].signal.aborted).toBe(false);
    model.unload();
    await pass();
    expect(opened[0].signal.aborted).toBe(true);
    expect(model.state.status).toBe("idle");
  });

  it("says so when its worker breaks down, and can be tried again", async () => {
    const model = new SharedModel("m");
    model.subscribe(nobody());
    model.load();
    await pass();
    opened[0].options.onStopped?.(new ModelError("unknown", "out of memory"));
    expect(model.state).toMatchObject({ status: "failed", error: { message: "out of memory" } });
    model.retry();
    await pass();
    expect(model.state.status).toBe("ready");
    opened[0].options.onStopped?.(new ModelError("unknown", "an old worker"));
    expect(model.state.status).toBe("ready");
  });
});

it("the models of a page are unloaded while it is put away, and come back with it", async () => {
  const handlers: Record<string, (event: { persisted: boolean }) => void> = {};
  vi.stubGlobal("window", {});
  vi.stubGlobal("addEventListener", (name: string, handler: () => void) => {
    handlers[name] = handler;
  });
  const [used, idle] = [sharedModel("used"), sharedModel("idle")];
  used.subscribe(nobody());
  idle.subscribe(nobody());
  used.load();
  await pass();
  handlers.pagehide({ persisted: true });
  expect(opened[0].close).toHaveBeenCalledOnce();
  expect(used.state.status).toBe("idle");
  handlers.pageshow({ persisted: true });
  await pass();
  expect(used.state.status).toBe("ready");
  expect(idle.state.status).toBe("idle");
  expect(opened).toHaveLength(2);
});
