import { describe, expect, it, vi } from "vitest";
import { generate } from "./generate";
import type { LanguageModel } from "./language-model";

/** A model whose most likely next token is always the last one plus 1. */
function counting({ contextLength = 100 } = {}) {
  const logitsAfter = (token: number) =>
    Float32Array.from({ length: 50 }, (_, id) => (id === token + 1 ? 9 : 0));
  const close = vi.fn();
  const decode = vi.fn(async (_: unknown, token: number) => ({
    logits: logitsAfter(token),
    milliseconds: 1,
  }));
  const model = {
    contextLength,
    tokenizer: { text: (id: number) => `<${id}>` },
    start: async (_: unknown, tokens: number[]) => ({ logits: logitsAfter(tokens.at(-1)!), decode, close }),
  } as unknown as LanguageModel;
  return { model, close, decode };
}

const likeliest = (logits: Float32Array) => ({
  token: logits.indexOf(Math.max(...logits)),
  extra: undefined,
});
const signal = new AbortController().signal;

async function texts(run: AsyncIterable<{ text: string }>): Promise<string> {
  let all = "";
  for await (const { text } of run) all += text;
  return all;
}

describe("generate", () => {
  it("feeds each chosen token back and stops at the limit", async () => {
    const { model, close, decode } = counting();
    expect(await texts(generate(signal, model, [0, 5], 3, likeliest))).toBe("<6><7><8>");
    expect(decode).toHaveBeenCalledTimes(2); // the last token is not read: nothing follows it
    expect(close).toHaveBeenCalledOnce();
  });

  it("shows the chooser everything written so far", async () => {
    const { model } = counting();
    const seen: number[][] = [];
    const choose = (logits: Float32Array, written: readonly number[]) => {
      seen.push([...written]);
      return likeliest(logits);
    };
    await texts(generate(signal, model, [0, 5], 2, choose));
    expect(seen).toEqual([
      [0, 5],
      [0, 5, 6],
    ]);
  });

  it("ends at the end-of-text token without showing it", async () => {
    const { model, close } = counting();
    const choose = () => ({ token: 0, extra: undefined });
    expect(await texts(generate(signal, model, [0], 9, choose))).toBe("");
    expect(close).toHaveBeenCalledOnce();
  });

  it("ends when the context is full, without running the network once more", async () => {
    const { model, decode } = counting({ contextLength: 4 });
    expect(await texts(generate(signal, model, [0, 5], 9, likeliest))).toBe("<6><7>");
    expect(decode).toHaveBeenCalledOnce();
  });

  it("closes its session when the reader stops", async () => {
    const { model, close } = counting();
    for await (const _ of generate(signal, model, [0, 5], 9, likeliest)) break;
    expect(close).toHaveBeenCalledOnce();
  });
});
