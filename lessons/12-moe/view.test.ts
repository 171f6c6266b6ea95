import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { openJaxEngine } from "@/lib/model/engines/jax";
import type { Config } from "@/lib/model/moe";
import { readSafetensors } from "@/lib/model/safetensors";
import type { ServedModel } from "@/lib/notebook/model-services";
import { byKind } from "./kinds";
import { gate } from "./routing";
import { chosenBy, loadsOf, lossesOn, lossOn, meanLoss, readRoutes, readSwitches } from "./view";

/** The small random mixture of `training/moe/tiny_golden.py`; a letter is a token. */
const { tensors, metadata } = readSafetensors(
  new Uint8Array(await readFile("training/moe/tiny.golden.safetensors")).buffer,
);
const config: Config = JSON.parse(metadata.config);
const weights = Object.fromEntries(Object.entries(tensors).filter(([name]) => !/^\d/.test(name)));
const engine = await openJaxEngine("wasm", config, weights);
const model = {
  ...{ config, contextLength: config.n_ctx },
  tokenizer: {
    encode: (text: string) => Array.from(text, (letter) => 1 + ((letter.codePointAt(0) ?? 0) % 63)),
    decode: (ids: readonly number[]) => ids.map((id) => String.fromCodePoint(id + 62)).join(""),
    text: (id: number) => String.fromCodePoint(id + 62),
  },
  trace: (_, tokens, want) => engine.trace(tokens, want),
  start: async (_, tokens, experts) => {
    const session = await engine.start(tokens, experts);
    return {
      logits: session.logits,
      decode: async (_signal: AbortSignal | undefined, token: number) => ({
        logits: await session.decode(token),
        milliseconds: 0,
      }),
      close: () => session.dispose(),
    };
  },
} as ServedModel;
const texts = byKind((kind) => [`a ${kind}`, "b"]);

describe("the routes of a text", () => {
  it("weigh two experts a token and layer, as the gate of this lesson does", async () => {
    const view = await readRoutes(undefined, model, "abcabc");
    expect(view.pieces).toHaveLength(7);
    for (const [layer, rows] of view.gates.entries())
      for (const [t, row] of rows.entries()) {
        const mine = gate(view.router[layer][t].map(Math.log), 2);
        for (const [e, weight] of row.entries()) expect(weight).toBeCloseTo(mine[e], 2);
        const [first, second] = chosenBy(view, layer, t);
        expect(first.weight).toBeGreaterThanOrEqual(second.weight);
      }
    for (const layer of loadsOf(view)) expect(layer.reduce((a, b) => a + b)).toBeCloseTo(1);
  });

  it("are read of the start token alone, and refused where the text is too long", async () => {
    expect((await readRoutes(undefined, model, "")).pieces).toHaveLength(1);
    await expect(readRoutes(undefined, model, "x".repeat(48))).rejects.toThrow("at most 47");
  });
});

describe("the losses", () => {
  it("are the model's: a text's nats by hand", async () => {
    const tokens = [0, ...model.tokenizer.encode("ab")];
    const { logits } = await engine.trace(tokens);
    const nat = (t: number) => {
      const row = Array.from(logits.subarray(t * config.n_vocab, (t + 1) * config.n_vocab));
      return Math.log(row.reduce((sum, logit) => sum + Math.exp(logit), 0)) - row[tokens[t + 1]];
    };
    const loss = await lossOn(undefined, model, "ab");
    expect(loss.tokens).toBe(2);
    expect(loss.sum).toBeCloseTo(nat(0) + nat(1), 4);
  });

  it("weigh a kind's texts by their tokens, and kinds alike", async () => {
    const found = await lossesOn(undefined, model, texts);
    const [long, short] = [
      await lossOn(undefined, model, texts.story[0]),
      await lossOn(undefined, model, "b"),
    ];
    expect(found.story).toBeCloseTo((long.sum + short.sum) / (long.tokens + 1), 6);
    expect(meanLoss({ ...found, story: found.story + 8 })).toBeCloseTo(meanLoss(found) + 1, 6);
  });

  it("change with the experts that the reader leaves", async () => {
    const as = await readSwitches(undefined, model, { perToken: 2, off: [], prompt: "ab" }, texts);
    expect(as.losses.after).toEqual(as.losses.before);
    expect(as.written.after).toBe(as.written.before);
    const off = ([0, 1, 2, 3, 4] as const).map((e) => [0, e] as const);
    const cut = await readSwitches(undefined, model, { perToken: 1, off, prompt: "" }, texts);
    expect(Math.abs(meanLoss(cut.losses.after) - meanLoss(cut.losses.before))).toBeGreaterThan(0.01);
  });
});
