import { describe, expect, it } from "vitest";
import type { LanguageModel } from "./language-model";
import { StandIn, withStandIn } from "./stand-in";

const config = { n_layer: 1, n_head: 1, d_model: 2, d_ff: 4, n_vocab: 3, n_ctx: 8, layer_norm_eps: 1e-5 };

function open() {
  const changes: boolean[] = [];
  const standIn = new StandIn((active) => changes.push(active));
  const cell = new AbortController();
  return { standIn, changes, cell };
}

describe("a cell that stands in for a model", () => {
  it("is asked what the demos ask, in order, and answers them", async () => {
    const { standIn, changes, cell } = open();
    const first = standIn.trace(undefined, [0, 1], { attention: true });
    const second = standIn.trace(undefined, [0]);
    const question = await standIn.next(cell.signal);
    expect(question).toMatchObject({ tokens: [0, 1], attention: true });
    standIn.answer(question.question, { logits: [1, 2, 3, 4, 5, 6], attention: [1, 0, 0, 1] }, config);
    expect(await first).toMatchObject({
      logits: Float32Array.of(1, 2, 3, 4, 5, 6),
      attention: Float32Array.of(1, 0, 0, 1),
      residual: undefined,
    });
    const next = await standIn.next(cell.signal);
    standIn.answer(next.question, { logits: [7, 8, 9] }, config);
    expect((await second).logits).toEqual(Float32Array.of(7, 8, 9));
    expect(changes).toEqual([true]);
  });

  it("is named as the cause when its logits are no numbers, and goes on answering", async () => {
    const { standIn, cell } = open();
    const first = standIn.trace(undefined, [0, 1]);
    const { question } = await standIn.next(cell.signal);
    standIn.answer(question, { logits: [1, 2, 3, 4, 5, null] }, config);
    await expect(first).rejects.toMatchObject({
      code: "not-finite",
      message: expect.stringMatching(/logits after token 2 contain NaN.*the forward pass, in your cell/),
    });
    const second = standIn.trace(undefined, [0]);
    const next = await standIn.next(cell.signal);
    standIn.answer(next.question, { logits: [1, 2, 3] }, config);
    expect((await second).logits).toEqual(Float32Array.of(1, 2, 3));
  });

  it("waits for a question", async () => {
    const { standIn, cell } = open();
    const question = standIn.next(cell.signal);
    void standIn.trace(undefined, [0]).catch(() => {});
    expect(await question).toMatchObject({ tokens: [0] });
  });

  it("gives the model back when its run ends, and says so to who still waits", async () => {
    const { standIn, changes, cell } = open();
    void standIn.next(cell.signal);
    const taken = standIn.trace(undefined, [0]);
    const waiting = standIn.trace(undefined, [0]);
    cell.abort();
    await expect(taken).rejects.toThrow("the shipped model is back");
    await expect(waiting).rejects.toThrow("the shipped model is back");
    expect(changes).toEqual([true, false]);
  });

  it("is followed by its newer run without the shipped model in between", () => {
    const { standIn, changes, cell } = open();
    void standIn.next(cell.signal);
    void standIn.next(new AbortController().signal);
    cell.abort();
    expect(changes).toEqual([true, true]);
  });

  it("is told where its numbers do not fit, and passes on why it failed", async () => {
    const { standIn, cell } = open();
    const ask = async (answer: Parameters<StandIn["answer"]>[1]) => {
      const trace = standIn.trace(undefined, [0, 1]);
      standIn.answer((await standIn.next(cell.signal)).question, answer, config);
      return trace;
    };
    await expect(ask({ logits: [1] })).rejects.toThrow(
      "Your forward pass returned 1 numbers as logits; this demo needs (2, 3), which is 6.",
    );
    await expect(ask({ error: "matmul: …" })).rejects.toThrow("Your forward pass failed: matmul: …");
  });

  it("is not asked what nobody wants to know any more", async () => {
    const { standIn, cell } = open();
    const gone = new AbortController();
    const old = standIn.trace(gone.signal, [1]);
    gone.abort();
    await expect(old).rejects.toThrow();
    void standIn.trace(undefined, [2]).catch(() => {});
    expect(await standIn.next(cell.signal)).toMatchObject({ tokens: [2] });
  });

  it("is not asked for experts, which it would not be told of", async () => {
    const { standIn } = open();
    for (const want of [{ router: true }, { experts: { perToken: 1 } }])
      await expect(standIn.trace(undefined, [0], want)).rejects.toThrow("This demo chooses experts");
    const model = withStandIn({ vocabularySize: 3 } as LanguageModel, standIn.trace);
    await expect(model.start(undefined, [0], { perToken: 1 })).rejects.toThrow("stop its cell");
  });

  it("also writes texts, reading the whole text again for each token", async () => {
    const read: number[][] = [];
    const trace = async (_: unknown, tokens: readonly number[]) => {
      read.push([...tokens]);
      return { tokens, logits: Float32Array.of(9, 9, 9, 1, 2, tokens.length), milliseconds: 1 };
    };
    const model = withStandIn({ vocabularySize: 3 } as LanguageModel, trace);
    const session = await model.start(undefined, [0, 5]);
    expect(session.logits).toEqual(Float32Array.of(1, 2, 2));
    expect((await session.decode(undefined, 7)).logits).toEqual(Float32Array.of(1, 2, 3));
    expect(read).toEqual([
      [0, 5],
      [0, 5, 7],
    ]);
  });

  it("reads several tokens at once, and takes them back", async () => {
    const trace = async (_: unknown, tokens: readonly number[]) => ({
      tokens,
      logits: Float32Array.from(tokens.flatMap((token, i) => [token, i])),
      milliseconds: 1,
    });
    const model = withStandIn({ vocabularySize: 2 } as LanguageModel, trace);
    const session = await model.start(undefined, [0, 5]);
    expect((await session.extend(undefined, [7, 8])).logits).toEqual(Float32Array.of(7, 2, 8, 3));
    await session.rewind(undefined, 3);
    expect((await session.decode(undefined, 9)).logits).toEqual(Float32Array.of(9, 3));
    await session.rewind(undefined, 1);
    expect((await session.extend(undefined, [4, 6])).logits).toEqual(Float32Array.of(4, 1, 6, 2));
  });
});
