import { readFile } from "node:fs/promises";
import { afterAll, describe, expect, it } from "vitest";
import { openJaxEngine } from "../model/engines/jax";
import type { Config } from "../model/moe";
import { readSafetensors } from "../model/safetensors";
import { modelServices, type ServedModel } from "./model-services";
import { noServices } from "./services";

/** The small random mixture of `training/moe/tiny_golden.py`; a letter of a text is a token. */
const file = new Uint8Array(await readFile("training/moe/tiny.golden.safetensors"));
const { tensors, metadata } = readSafetensors(file.buffer);
const config: Config = JSON.parse(metadata.config);
const weights = Object.fromEntries(Object.entries(tensors).filter(([name]) => !/^\d/.test(name)));
const engine = await openJaxEngine("wasm", config, weights);
const encode = (text: string) => Array.from(text, (letter) => 1 + ((letter.codePointAt(0) ?? 0) % 63));

const served = {
  config,
  contextLength: config.n_ctx,
  shapes: {},
  tokenizer: {
    encode,
    decode: (ids) => ids.map((id) => String.fromCodePoint(64 + id)).join(""),
    text: (token) => String.fromCodePoint(64 + token),
  },
  trace: (_signal, tokens, want) => engine.trace(tokens, want),
  weights: async () => new Float32Array(),
  adapter: () => Promise.reject(new Error("This model has no adapters.")),
  adapt: () => Promise.reject(new Error("This model has no adapters.")),
  async start(_signal, tokens, experts) {
    const session = await engine.start(tokens, experts);
    return {
      logits: session.logits,
      decode: async (_, token) => ({ logits: await session.decode(token), milliseconds: 0 }),
      extend: async (_, more) => ({ logits: await session.extend(more), milliseconds: 0 }),
      rewind: async (_, length) => session.rewind(length),
      close: () => session.dispose(),
    };
  },
} satisfies ServedModel;

const services = modelServices(async () => served, noServices.arrays);
const { signal } = new AbortController();
const ask = { model: "tiny", text: "experts" };

/** The likeliest tokens, one after another. */
async function write(experts?: { perToken?: number; off?: [number, number][] }): Promise<number[]> {
  const args = { ...ask, temperature: 0, maxTokens: 12, experts };
  const { writing } = await services.startText(signal, args);
  const ids: number[] = [];
  for (let next = await services.nextToken(signal, { writing }); next; ) {
    ids.push(next.id);
    next = await services.nextToken(signal, { writing });
  }
  return ids;
}

describe("a mixture of experts in a cell", () => {
  afterAll(() => engine.dispose());

  it("gives what its routers say, layer by layer and token by token, when asked", async () => {
    const found = await services.trace(signal, {
      ...ask,
      router: true,
      experts: { perToken: 1, off: [[1, 2]] },
    });
    const [router, gates] = [found.router as number[][][], found.gates as number[][][]];
    for (const values of [router, gates])
      expect([values.length, values[0].length, values[0][0].length]).toEqual([2, 8, 8]);
    for (const row of gates.flat()) expect(row.filter((gate) => gate > 0)).toEqual([1]);
    expect(gates[1].every((row) => row[2] === 0)).toBe(true);
    expect(router[1].every((row) => row[2] > 0)).toBe(true);
    expect((await services.trace(signal, ask)).router).toBeUndefined();
  });

  it("writes with the experts that the cell chooses, to the end", async () => {
    const experts = { perToken: 1, off: [[0, 1], [1, 2]] as [number, number][] }; // biome-ignore format: layer, expert
    const tokens = [0, ...encode(ask.text)];
    for (const id of await write(experts)) {
      const { logits } = await engine.trace(tokens, { experts });
      const last = logits.subarray(-config.n_vocab);
      expect(id).toBe(last.indexOf(Math.max(...last)));
      tokens.push(id);
    }
    expect(tokens.length).toBeGreaterThan(10);
    expect(await write(experts)).not.toEqual(await write());
  });

  it("tells its numbers of experts, and refuses more of them", async () => {
    expect((await services.model(signal, ask)).config).toMatchObject({ n_expert: 8, n_expert_per_token: 2 });
    await expect(services.trace(signal, { ...ask, experts: { perToken: 9 } })).rejects.toThrow(
      "from 1 to 8, not 9",
    );
    await expect(write({ off: [[2, 0]] })).rejects.toThrow("there is no expert 0 in a layer 2");
  });
});
