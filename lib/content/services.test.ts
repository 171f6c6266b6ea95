import { describe, expect, it } from "vitest";
import { modelAtBuild } from "./model-at-build";
import { servicesAtBuild } from "./services";

const signal = new AbortController().signal;
const model = "story-1m";
const text = "Lily opened the box";

describe("what cells may ask of a model", () => {
  it("traces a text: logits, attention maps and residual stream in nested arrays", async () => {
    const { engine, tokenizer } = await modelAtBuild(model);
    const tokens = [0, ...tokenizer.encode(text)];
    const flat = await engine.trace(tokens, { attention: true, residual: true });
    const found = await servicesAtBuild.trace(signal, { model, text, attention: true, residual: true });
    expect(found.tokens).toEqual(tokens);
    const [T, attention, residual] = [tokens.length, found.attention, found.residual] as [
      number,
      number[][][][],
      number[][][],
    ];
    expect([attention.length, attention[0].length, attention[0][0].length]).toEqual([4, 4, T]);
    expect(attention[2][1][T - 1]).toEqual(
      Array.from(flat.attention!.subarray(((2 * 4 + 1) * T + T - 1) * T, ((2 * 4 + 1) * T + T) * T)),
    );
    expect([residual.length, residual[0].length, residual[0][0].length]).toEqual([5, T, 128]);
    expect(residual[4][1]).toEqual(Array.from(flat.residual!.subarray((4 * T + 1) * 128, (4 * T + 2) * 128)));
    expect((found.logits as number[][]).flat()).toEqual(Array.from(flat.logits));
  });

  it("leaves out what was not asked for, and turns heads off", async () => {
    const whole = await servicesAtBuild.trace(signal, { model, text });
    expect(whole.attention).toBeUndefined();
    expect(whole.residual).toBeUndefined();
    const heads = Array.from({ length: 4 }, () => [1, 1, 1, 1]);
    heads[0][0] = 0;
    expect((await servicesAtBuild.trace(signal, { model, text, heads })).logits).not.toEqual(whole.logits);
  });

  it("cuts attention and MLP out of layers, and reads predictions off every depth", async () => {
    const parts = [[0, 0], [0, 0], [0, 0], [0, 0]]; // biome-ignore format: one layer each
    const { lens, residual } = await servicesAtBuild.trace(signal, {
      model,
      text,
      parts,
      lens: true,
      residual: true,
    });
    const [depths, stream] = [lens as number[][], residual as number[][][]];
    expect(depths.map((logits) => logits.length)).toEqual([2048, 2048, 2048, 2048, 2048]);
    expect(stream[4]).toEqual(stream[0]);
    expect(depths[4]).toEqual(depths[0]);
  });

  it("refuses a text that is longer than the context, rather than cut it", async () => {
    const long = " the".repeat(300);
    const refusal = /300 tokens; the model reads at most 255 at once/;
    await expect(servicesAtBuild.logits(signal, { model, text: long })).rejects.toThrow(refusal);
    const { writing } = await servicesAtBuild.startText(signal, { model, text: long });
    await expect(servicesAtBuild.nextToken(signal, { writing })).rejects.toThrow(refusal);
  });

  it("gives all tensors at once, as numbers that need no JSON", async () => {
    const tensors = await servicesAtBuild.allWeights(signal, { model });
    const { weights, manifest } = await modelAtBuild(model);
    expect(Object.keys(tensors).sort()).toEqual(Object.keys(weights).sort());
    expect(tensors["wte.weight"].shape).toEqual([2048, 128]);
    expect(tensors["wte.weight"].numbers).toEqual(weights["wte.weight"].data);
    const total = Object.values(tensors).reduce((sum, { numbers }) => sum + numbers.length, 0);
    expect(total).toBe(manifest.parameters);
  });

  it("gives one tensor at a time, dequantized, and refuses large and unknown ones by name", async () => {
    const matrix = (await servicesAtBuild.weights(signal, {
      model,
      name: "h.0.attn.c_attn.weight",
    })) as number[][];
    expect([matrix.length, matrix[0].length]).toEqual([128, 384]);
    const { weights } = await modelAtBuild(model);
    expect(matrix.flat()).toEqual(Array.from(weights["h.0.attn.c_attn.weight"].data));
    expect(await servicesAtBuild.weights(signal, { model, name: "ln_f.bias" })).toHaveLength(128);
    const ask = (name: string) => servicesAtBuild.weights(signal, { model, name });
    await expect(ask("wte.weight")).rejects.toThrow(/at most 70,000 numbers.*wte.weight has 262,144/);
    await expect(ask("h.9.attn")).rejects.toThrow(/no tensor "h.9.attn"; there are h.0.attn.c_attn.bias/);
    await expect(ask("constructor")).rejects.toThrow(/no tensor/);
  });

  it("reads 64 tokens at once and not one more", async () => {
    const long = " the".repeat(64);
    expect((await servicesAtBuild.trace(signal, { model, text: long })).tokens).toHaveLength(65);
    await expect(servicesAtBuild.trace(signal, { model, text: `${long} the` })).rejects.toThrow(
      "trace reads at most 64 tokens at once; this text has 65.",
    );
    await expect(servicesAtBuild.allLogits(signal, { model, text: `${long} the` })).rejects.toThrow(
      /^allLogits/,
    );
  });
});
