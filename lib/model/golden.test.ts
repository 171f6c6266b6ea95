import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { ModelAtBuild } from "@/lib/content/model-at-build";
import { engineNames, modelInNode } from "./engines/in-node";
import { readSafetensors } from "./safetensors";

/** Reference values: JAX float32 on the same dequantized weights, exported by `training/`. */
const reference = readSafetensors(
  new Uint8Array(await readFile("training/story_1m/golden.safetensors")).buffer,
);
const prompts: string[] = JSON.parse(reference.metadata.prompts);

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((worst, x, i) => Math.max(worst, Math.abs(x - b[i])), 0);
}

describe.each(engineNames)("the forward pass of %s on story-1m", (engine) => {
  let model: ModelAtBuild;
  beforeAll(async () => {
    model = await modelInNode(engine, "story-1m");
  });

  it.each(prompts.map((prompt, k) => [prompt, k] as const))("agrees with JAX on %j", async (prompt, k) => {
    const tokens = Array.from(reference.tensors[`${k}.tokens`].data);
    expect([0, ...model.tokenizer.encode(prompt)]).toEqual(tokens);
    const trace = await model.engine.trace(tokens, { attention: true });
    expect(largestDifference(trace.logits, reference.tensors[`${k}.logits`].data)).toBeLessThan(1e-4);
    expect(largestDifference(trace.attention!, reference.tensors[`${k}.attention`].data)).toBeLessThan(1e-4);
  });

  it("decodes with a cache to the logits it computes without one, across cache sizes", async () => {
    const text = Array.from({ length: 140 }, (_, i) => (i === 0 ? 0 : 256 + ((i * 37) % 1500)));
    const { n_vocab } = model.manifest.config;
    const whole = (await model.engine.trace(text)).logits;
    const session = await model.engine.start(text.slice(0, 5));
    for (let i = 5; i < text.length; i++) {
      const logits = await session.decode(text[i]);
      expect(largestDifference(logits, whole.subarray(i * n_vocab, (i + 1) * n_vocab))).toBeLessThan(1e-4);
    }
    session.dispose();
  });

  it("reads several tokens at once behind a cache, also where padding would leave the context", async () => {
    const text = Array.from({ length: 256 }, (_, i) => (i === 0 ? 0 : 256 + ((i * 53) % 1500)));
    const { n_vocab } = model.manifest.config;
    const whole = (await model.engine.trace(text)).logits;
    const session = await model.engine.start(text.slice(0, 30));
    let read = 30;
    for (const step of [1, 2, 3, 5, 8, 16, 40, 90, 50, 4, 7]) {
      const logits = await session.extend(text.slice(read, read + step));
      expect(largestDifference(logits, whole.subarray(read * n_vocab, (read + step) * n_vocab))).toBeLessThan(
        1e-4,
      );
      read += step;
    }
    expect(read).toBe(256);
    await expect(session.extend([1])).rejects.toThrow("The context of 256 tokens is full.");
    session.dispose();
  });

  it("takes tokens back: what follows is as if they had never been read", async () => {
    const text = [0, ...model.tokenizer.encode("Once upon a time, there was a little girl named Lily.")];
    const { n_vocab } = model.manifest.config;
    const whole = (await model.engine.trace(text)).logits;
    const row = (i: number) => whole.subarray(i * n_vocab, (i + 1) * n_vocab);
    const session = await model.engine.start(text.slice(0, 4));
    await session.extend([700, 701, 702, 703, 704]);
    session.rewind(6); // two of the wrong tokens stay
    session.rewind(4);
    expect(largestDifference(await session.decode(text[4]), row(4))).toBeLessThan(1e-4);
    await session.decode(900);
    session.rewind(3); // into what `start` has read
    const logits = await session.extend(text.slice(3, 8));
    expect(largestDifference(logits, whole.subarray(3 * n_vocab, 8 * n_vocab))).toBeLessThan(1e-4);
    for (const length of [0, 9, 2.5, Number.NaN]) expect(() => session.rewind(length)).toThrow(RangeError);
    await expect(session.extend([])).rejects.toThrow(RangeError);
    await expect(session.extend(Array(250).fill(1))).rejects.toThrow("250 more do not fit");
    session.dispose();
  });

  it("lets heads be turned off one by one, the rest of the network reading what is left", async () => {
    const { n_layer, n_head, d_model } = model.manifest.config;
    const tokens = [0, ...model.tokenizer.encode("The capital of France is")];
    const all = () => Array.from({ length: n_layer }, () => Array(n_head).fill(1));
    const whole = await model.engine.trace(tokens, { residual: true });
    const same = await model.engine.trace(tokens, { heads: all() });
    expect(Array.from(same.logits)).toEqual(Array.from(whole.logits));

    const without = all();
    without[2][1] = 0;
    const cut = await model.engine.trace(tokens, { heads: without, residual: true });
    const layer = (x: Float32Array, i: number) =>
      x.subarray(i * tokens.length * d_model, (i + 1) * tokens.length * d_model);
    expect(whole.residual?.length).toBe((n_layer + 1) * tokens.length * d_model);
    expect(layer(cut.residual!, 2)).toEqual(layer(whole.residual!, 2)); // what entered layer 2 is untouched
    expect(largestDifference(layer(cut.residual!, 3), layer(whole.residual!, 3))).toBeGreaterThan(1e-3);
    await expect(model.engine.trace(tokens, { heads: [[1]] })).rejects.toThrow("layers of");
  });

  it("lets attention and MLP of a layer be cut out, which then adds nothing to the residual stream", async () => {
    const { n_layer, d_model } = model.manifest.config;
    const tokens = [0, ...model.tokenizer.encode("The capital of France is")];
    const parts = Array.from({ length: n_layer }, () => [1, 1]);
    const whole = await model.engine.trace(tokens, { residual: true });
    expect(Array.from((await model.engine.trace(tokens, { parts })).logits)).toEqual(
      Array.from(whole.logits),
    );
    parts[2] = [0, 0];
    const { residual } = await model.engine.trace(tokens, { parts, residual: true });
    const layer = (i: number) =>
      residual!.subarray(i * tokens.length * d_model, (i + 1) * tokens.length * d_model);
    expect(layer(3)).toEqual(layer(2));
    await expect(model.engine.trace(tokens, { parts: [[1, 1]] })).rejects.toThrow("4 layers of 2 parts");
  });

  it("reads predictions off the residual stream, the last being the model's own", async () => {
    const { n_layer, n_vocab } = model.manifest.config;
    const tokens = [0, ...model.tokenizer.encode("Once upon a")];
    const { lens, logits, residual } = await model.engine.trace(tokens, { lens: true });
    expect(residual).toBeUndefined();
    expect(lens?.length).toBe((n_layer + 1) * n_vocab);
    const last = (x: Float32Array) => x.subarray(x.length - n_vocab);
    expect(largestDifference(last(lens!), last(logits))).toBeLessThan(1e-4);
    expect(largestDifference(lens!.subarray(0, n_vocab), last(logits))).toBeGreaterThan(1);
  });

  it("refuses more tokens than its context, with the number in the message", async () => {
    const tooLong = Array.from({ length: model.manifest.config.n_ctx + 1 }, () => 1);
    await expect(model.engine.trace(tooLong)).rejects.toThrow(/1 to 256 tokens.*not 257/);
    await expect(model.engine.trace([])).rejects.toThrow(RangeError);
  });

  it("counts as many parameters as its card says", () => {
    const counted = Object.entries(model.manifest.tensors)
      .filter(([name]) => !name.endsWith(".scale"))
      .reduce((sum, [, { shape }]) => sum + shape.reduce((a, b) => a * b, 1), 0);
    expect(counted).toBe(model.manifest.parameters);
  });
});
