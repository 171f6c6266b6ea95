import { describe, expect, it } from "vitest";
import { type CellServices, noServices } from "../notebook/services";
import { createCallGate } from "./calls";
import { limits } from "./limits";
import { fromKernel, type ToKernel } from "./protocol";

type Answer = Extract<ToKernel, { type: "answer" | "refuse" }>;

const config = { n_layer: 1, n_head: 1, d_model: 1, d_ff: 1, n_vocab: 1, n_ctx: 1, layer_norm_eps: 1 };

function open(services: Partial<CellServices> = {}, signal = new AbortController().signal) {
  const answers: Answer[] = [];
  const loading: boolean[] = [];
  const gate = createCallGate(
    signal,
    { ...noServices, ...services },
    (answer) => answers.push(answer),
    (busy) => loading.push(busy),
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { gate, answers, loading, settled };
}

const logits = (call: number, args: Record<string, unknown> = { model: "m", text: "a" }) =>
  ({ call, method: "logits", args }) as const;

describe("the gate to the page's model", () => {
  it("answers with plain arrays", async () => {
    const { gate, answers, settled } = open({ logits: async () => new Float32Array([1, 2]) });
    gate.take(logits(7));
    await settled();
    expect(answers).toEqual([{ type: "answer", call: 7, value: [1, 2] }]);
  });

  it("refuses arguments of the wrong kind or size without asking the model", async () => {
    let asked = 0;
    const { gate, answers, settled } = open({
      logits: async () => {
        asked++;
        return [];
      },
    });
    const wrong = [
      {},
      { model: 1, text: "a" },
      { model: "m", text: "x".repeat(10_001) },
      { model: "m".repeat(65), text: "" },
    ];
    for (const [i, args] of wrong.entries()) gate.take(logits(i, args));
    await settled();
    expect(answers.map(({ type }) => type)).toEqual(wrong.map(() => "refuse"));
    expect(asked).toBe(0);
  });

  it("refuses settings of the sampler that are out of range, by name", async () => {
    const { gate, answers, settled } = open();
    const start = (call: number, args: object) =>
      gate.take({ call, method: "startText", args: { model: "m", text: "a", ...args } });
    for (const [i, args] of [{ temperature: -1 }, { topP: 2 }, { maxTokens: 1e9 }, { stop: "." }].entries())
      start(i, args);
    await settled();
    expect(answers.map((answer) => "message" in answer && answer.message)).toEqual([
      "startText: temperature is at least 0",
      "startText: topP is at most 1",
      "startText: maxTokens is at most 1000",
      expect.stringContaining("startText:"),
    ]);
  });

  it("hands on only the arguments a call has", async () => {
    let seen: unknown;
    const { gate, settled } = open({
      logits: async (_signal, args) => {
        seen = args;
        return [];
      },
    });
    gate.take(logits(0, JSON.parse('{"model":"m","text":"a","__proto__":{"x":1},"extra":1}')));
    await settled();
    expect(seen).toEqual({ model: "m", text: "a" });
    expect((seen as { x?: number }).x).toBeUndefined();
  });

  it("serves one call at a time, in order", async () => {
    let running = 0;
    let most = 0;
    const { gate, answers, settled } = open({
      logits: async () => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        running--;
        return [];
      },
    });
    for (let i = 0; i < 5; i++) gate.take(logits(i));
    await settled();
    expect(most).toBe(1);
    expect(answers.map(({ call }) => call)).toEqual([0, 1, 2, 3, 4]);
  });

  it("refuses calls beyond a short queue", async () => {
    const { gate, answers } = open({ logits: () => new Promise(() => {}) });
    for (let i = 0; i < limits.waitingCalls + 3; i++) gate.take(logits(i));
    expect(answers).toHaveLength(2);
    expect(answers[0]).toMatchObject({ type: "refuse", call: limits.waitingCalls + 1 });
  });

  it("passes on why the model failed", async () => {
    const { gate, answers, settled } = open();
    gate.take(logits(1));
    await settled();
    expect(answers).toEqual([{ type: "refuse", call: 1, message: "No model is available on this page." }]);
  });

  it("serves nothing more once the run is over", async () => {
    const over = new AbortController();
    const { gate, answers, settled } = open({ logits: async () => [1] }, over.signal);
    gate.take(logits(0));
    over.abort();
    gate.take(logits(1));
    await settled();
    expect(answers).toEqual([]);
  });

  it("says while a model is being opened, so that loading does not count as running", async () => {
    const { gate, loading, settled } = open({ model: async () => ({ vocabularySize: 1, config }) });
    gate.take({ call: 0, method: "model", args: { model: "m" } });
    await settled();
    expect(loading).toEqual([true, false]);
  });
});

describe("what a kernel may say", () => {
  it("is nothing but displays, known calls and the end", () => {
    const forged = [
      { type: "said", text: "x" },
      { call: 0, method: "constructor", args: {} },
      { call: 0, method: "__proto__", args: {} },
      { call: -1, method: "logits", args: {} },
      { type: "display", display: { kind: "html", html: "<script>" } },
      { type: "display", display: { kind: "text", text: "x".repeat(100_001), tone: "log" } },
      { type: "done", milliseconds: "1" },
      null,
      [],
    ];
    for (const message of forged) expect(fromKernel.safeParse(message).success).toBe(false);
  });
});
