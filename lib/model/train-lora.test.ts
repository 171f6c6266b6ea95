import { defaultDevice, init, jit, numpy, valueAndGrad } from "@jax-js/jax";
import { beforeAll, describe, expect, it } from "vitest";
import { seeded } from "../notebook/random";
import type { Tensor } from "./arrays";
import type { Config, Params } from "./gpt";
import type { Target } from "./lora";
import type { StoredTensor } from "./safetensors";
import { lossOf, rateAt, Trainer, type TrainSettings, toRows } from "./train-lora";

const config: Config = {
  n_layer: 2,
  n_head: 2,
  d_model: 8,
  d_ff: 16,
  n_vocab: 12,
  n_ctx: 16,
  layer_norm_eps: 1e-5,
};
const weights = randomWeights();
const text = Array.from({ length: 40 }, (_, i) => (i * 5) % config.n_vocab);
const settings: TrainSettings = {
  method: "lora",
  rank: 2,
  alpha: 4,
  targets: ["attn.c_attn", "mlp.c_fc"],
  steps: 12,
  rate: 0.03,
  seed: 1,
};

function randomWeights(): Record<string, StoredTensor> {
  const random = seeded(7);
  const { d_model: d, d_ff, n_vocab, n_ctx } = config;
  const out: Record<string, StoredTensor> = {};
  const draw = (name: string, shape: number[], deviation = 0.3, mean = 0) => {
    const size = shape.reduce((a, b) => a * b, 1);
    const data = Float32Array.from({ length: size }, () => mean + random.normal(deviation));
    out[name] = { dtype: "F32", shape, data };
  };
  const norm = (name: string) => {
    draw(`${name}.weight`, [d], 0.1, 1);
    draw(`${name}.bias`, [d], 0.1);
  };
  draw("wte.weight", [n_vocab, d]);
  draw("wpe.weight", [n_ctx, d]);
  norm("ln_f");
  for (let layer = 0; layer < config.n_layer; layer++) {
    const matrix = (name: string, n: number, m: number) => {
      draw(`h.${layer}.${name}.weight`, [n, m]);
      draw(`h.${layer}.${name}.bias`, [m], 0.1);
    };
    norm(`h.${layer}.ln_1`);
    norm(`h.${layer}.ln_2`);
    matrix("attn.c_attn", d, 3 * d);
    matrix("attn.c_proj", d, d);
    matrix("mlp.c_fc", d, d_ff);
    matrix("mlp.c_proj", d_ff, d);
  }
  return out;
}

beforeAll(async () => {
  await init("wasm");
  defaultDevice("wasm");
});

describe("the gradient through the open forward pass", () => {
  const row = () => numpy.array(Int32Array.from(text.slice(0, 9)));
  const toArray = ({ data, shape }: StoredTensor) =>
    numpy.array(data as Float32Array<ArrayBuffer>).reshape(shape);
  const random = seeded(3);
  const A = Float32Array.from({ length: 8 * 2 }, () => random.normal(0.3));
  const B = Float32Array.from({ length: 2 * 24 }, () => random.normal(0.3));
  const name = "h.1.attn.c_attn.weight";
  const all = (): Params => Object.fromEntries(Object.entries(weights).map(([key, w]) => [key, toArray(w)]));
  const beside = (a: Float32Array, b: Float32Array): Params => ({
    [`${name}.lora_A`]: toArray({ dtype: "F32", data: a, shape: [8, 2] }),
    [`${name}.lora_B`]: toArray({ dtype: "F32", data: b, shape: [2, 24] }),
  });
  const loss = jit((inside: Params, rest: Params, tokens: Tensor) =>
    lossOf({ ...rest, ...inside }, tokens, config),
  );
  const slope = jit((inside: Params, rest: Params, tokens: Tensor) =>
    valueAndGrad((trained: Params) => lossOf({ ...rest, ...trained }, tokens, config))(inside),
  );

  it("is what moving single numbers of A and B a little does to the loss", async () => {
    const [, gradient] = slope(beside(A, B), all(), row());
    const at = async (a: Float32Array, b: Float32Array) =>
      ((await loss(beside(a, b), all(), row()).data()) as Float32Array)[0];
    for (const [which, values] of [
      ["lora_A", A],
      ["lora_B", B],
    ] as const) {
      const found = (await gradient[`${name}.${which}`].data()) as Float32Array;
      for (const i of [0, 5, 11, values.length - 1]) {
        const moved = (by: number) => values.map((x, at) => (at === i ? x + by : x));
        const nudge = (by: number) => (which === "lora_A" ? at(moved(by), B) : at(A, moved(by)));
        const h = 0.02; // float32: smaller steps drown in rounding
        expect(found[i]).toBeCloseTo(((await nudge(h)) - (await nudge(-h))) / (2 * h), 3);
      }
    }
    loss.dispose();
    slope.dispose();
  });
});

describe("training", () => {
  it("begins with the base's own loss, since B is zero, and brings it down", async () => {
    const trainer = new Trainer(config, weights, settings);
    const before = await trainer.lossOn(text);
    const full = new Trainer(config, weights, { ...settings, method: "full" });
    expect(before).toBeCloseTo(await full.lossOn(text), 5);
    full.dispose();
    for (let i = 0; i < settings.steps; i++) await trainer.step(text);
    expect(await trainer.lossOn(text)).toBeLessThan(before - 0.3);
    trainer.dispose();
  });

  it("gives A [in, r] and B [r, out] for the chosen matrices of every layer, and nothing else", async () => {
    const trainer = new Trainer(config, weights, settings);
    await trainer.step(text);
    const tensors = await trainer.tensors();
    expect(Object.fromEntries(Object.entries(tensors).map(([name, { shape }]) => [name, shape]))).toEqual({
      "h.0.attn.c_attn.weight.lora_A": [8, 2],
      "h.0.attn.c_attn.weight.lora_B": [2, 24],
      "h.0.mlp.c_fc.weight.lora_A": [8, 2],
      "h.0.mlp.c_fc.weight.lora_B": [2, 16],
      "h.1.attn.c_attn.weight.lora_A": [8, 2],
      "h.1.attn.c_attn.weight.lora_B": [2, 24],
      "h.1.mlp.c_fc.weight.lora_A": [8, 2],
      "h.1.mlp.c_fc.weight.lora_B": [2, 16],
    });
    expect(tensors["h.0.mlp.c_fc.weight.lora_B"].data.some((x) => x !== 0)).toBe(true);
    trainer.dispose();
  });

  it("is the same from the same seed", async () => {
    const losses = async (seed: number) => {
      const trainer = new Trainer(config, weights, { ...settings, seed });
      const found = [await trainer.step(text), await trainer.step(text)];
      trainer.dispose();
      return found;
    };
    expect(await losses(4)).toEqual(await losses(4));
    expect(await losses(4)).not.toEqual(await losses(5));
  });
});

it("the rate rises, stays and falls to nearly nothing, also over a single step", () => {
  const rates = Array.from({ length: 20 }, (_, i) => rateAt(i, 20, 1));
  expect(rates[0]).toBe(0.5);
  expect(Math.max(...rates)).toBe(1);
  expect(rates.at(-1)).toBe(0.125);
  expect(rateAt(0, 1, 1)).toBe(1);
});

it("rows fit any text of two tokens or more, and lie within it", () => {
  expect(toRows([1, 2], 3, () => 0.99)).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
  const [first, last] = [0, 1].map((place) => toRows(text, 1, () => place)[0]);
  expect(first[0]).toBe(text[0]);
  expect(last.at(-1)).toBe(text.at(-1));
  expect(() => toRows([0], 1, () => 0)).toThrow("fewer than two tokens");
});

it("targets are named as the tensors are", () => {
  const known: Target[] = ["attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj"];
  for (const target of known) expect(weights[`h.0.${target}.weight`]).toBeDefined();
});
