// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type LanguageModel, ModelError } from "@/lib/model/language-model";
import { LiveStatus } from "./LiveStatus";
import { toLiveness } from "./liveness";
import type { ModelHandle, ModelState } from "./types";
import { useAnswer } from "./useAnswer";
import type { Live } from "./useLive";
import { usePrediction } from "./usePrediction";

/**
 * A model that moves elsewhere, or computes with a reader's code, is another model: what the one before it said is
 * shown until it has answered, and never passed off as its own.
 */

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let page: HTMLElement;
let root: ReturnType<typeof createRoot>;

beforeEach(() => {
  vi.useFakeTimers();
  page = document.createElement("div");
  root = createRoot(page);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.useRealTimers();
});

/** Answers when it is told to: what it says is its name. */
function slowModel(device: "wasm" | "webgpu") {
  let settle: { resolve(): void; reject(error: Error): void };
  const model = {
    device,
    vocabularySize: 2,
    contextLength: 8,
    tokenizer: { encode: () => [1], text: (token: number) => `<${token}>` },
    trace: () =>
      new Promise((resolve, reject) => {
        const logits = new Float32Array(4).fill(device === "wasm" ? 1 : 2);
        settle = { resolve: () => resolve({ logits, milliseconds: 7 }), reject };
      }),
  } as unknown as LanguageModel;
  return {
    model,
    answer: () => act(async () => settle.resolve()),
    fail: (message: string) => act(async () => settle.reject(new ModelError("unknown", message))),
  };
}

const ready = (model: LanguageModel): ModelState => ({ status: "ready", model });
const loading: ModelState = { status: "loading", loaded: 0, total: 0 };
const prebuilt = { model: "m", prompt: "One", tokens: [0, 1], logits: [0, 0], vocabulary: ["a", "b"] };

function Prediction({ state, prompt }: { state: ModelState; prompt: string }) {
  const handle = { state } as ModelHandle;
  const { prediction, stale, error } = usePrediction(handle, prompt, prebuilt);
  return [prediction.logits[0], prediction.device ?? "build", stale ?? "settled", error?.message]
    .join(" ")
    .trim();
}

function Answer({ state, prompt }: { state: ModelState; prompt: string }) {
  const model = state.status === "ready" ? state.model : undefined;
  const ask = async (signal: AbortSignal, asked: LanguageModel) => (await asked.trace(signal, [0])).logits[0];
  const { answer, by, stale, error } = useAnswer(model, prompt, ask, { key: "One", answer: 0 });
  return [answer, by?.device ?? "build", stale ?? "settled", error?.message].join(" ").trim();
}

for (const [name, Shown] of Object.entries({ usePrediction: Prediction, useAnswer: Answer })) {
  const show = async (state: ModelState, prompt = "One") => {
    await act(async () => root.render(<Shown state={state} prompt={prompt} />));
    await act(async () => vi.advanceTimersByTime(200));
    return page.textContent;
  };

  it(`${name}: what one model said is not settled once there is another`, async () => {
    const [wasm, gpu] = [slowModel("wasm"), slowModel("webgpu")];
    expect(await show({ status: "idle" })).toBe("0 build settled");
    expect(await show(ready(wasm.model))).toBe("0 build settled");
    await wasm.answer();
    expect(page.textContent).toBe("1 wasm settled");
    expect(await show(loading)).toBe("1 wasm settled");
    expect(await show(ready(gpu.model))).toBe("1 wasm again");
    await gpu.answer();
    expect(page.textContent).toBe("2 webgpu settled");
  });

  it(`${name}: what went wrong with one model is not said of the next`, async () => {
    const [wasm, gpu] = [slowModel("wasm"), slowModel("webgpu")];
    await show(ready(wasm.model));
    await wasm.answer();
    expect(await show(ready(gpu.model))).toBe("1 wasm again");
    await gpu.fail("Lost.");
    expect(page.textContent).toBe("1 wasm failed Lost.");
    const next = slowModel("wasm");
    expect(await show(ready(next.model))).toBe("1 wasm again");
    await next.answer();
    expect(page.textContent).toBe("1 wasm settled");
  });

  it(`${name}: an older prompt is older, whichever model said it`, async () => {
    const [wasm, gpu] = [slowModel("wasm"), slowModel("webgpu")];
    await show(ready(wasm.model));
    await wasm.answer();
    expect(await show(ready(wasm.model), "Two")).toBe("1 wasm pending");
    expect(await show(loading, "Two")).toBe("1 wasm waiting");
    expect(await show(ready(gpu.model), "Two")).toBe("1 wasm pending");
  });
}

it("the status of a demo names where its picture was computed, not where the model is now", async () => {
  const words = {
    reference: "from the build",
    measured: (milliseconds: number, device: string) => `${milliseconds} ms on ${device}`,
    failed: (reason: string) => reason,
  };
  const model = slowModel("webgpu").model;
  const status = (by?: LanguageModel) => {
    const live = { view: { milliseconds: 7 }, by, model } as Live<{ milliseconds: number }>;
    return renderToString(<LiveStatus live={live} words={words} brief />).replace(/<.*?>/g, "");
  };
  expect(status()).toBe("from the build");
  expect(status(slowModel("wasm").model)).toBe("7 ms on wasm");
  expect(status(model)).toBe("7 ms on webgpu");
});

it("a demo is live where nothing is older and nothing failed", () => {
  expect(toLiveness("idle", false, false)).toBe("prebuilt");
  expect(toLiveness("ready", false, false)).toBe("loading");
  expect(toLiveness("ready", false, true)).toBe("live");
  expect(toLiveness("ready", true, true)).toBe("failed");
  expect(toLiveness("failed", false, true)).toBe("failed");
});
