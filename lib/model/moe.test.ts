import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "./engine";
import { engineNames, openInNode } from "./engines/in-node";
import type { Config } from "./moe";
import type { Experts } from "./protocol";
import { readSafetensors, type StoredTensor } from "./safetensors";

/** A small random mixture and what JAX computes with it: `training/moe/tiny_golden.py`. */
const { tensors, metadata } = readSafetensors(
  new Uint8Array(await readFile("training/moe/tiny.golden.safetensors")).buffer,
);
const config: Config = JSON.parse(metadata.config);
const tokens: number[] = JSON.parse(metadata.tokens);
const cases: Experts[] = JSON.parse(metadata.cases);
const named = Object.entries(tensors);
const weights = Object.fromEntries(named.filter(([name]) => !/^\d/.test(name)));
const { n_layer, n_expert, n_vocab } = config;

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((worst, x, i) => Math.max(worst, Math.abs(x - b[i])), 0);
}

/** Rows of a `[n_layer, T, n_expert]`. */
function rows(values: Float32Array): number[][] {
  return Array.from({ length: values.length / n_expert }, (_, i) =>
    Array.from(values.subarray(i * n_expert, (i + 1) * n_expert)),
  );
}

const chosen = (row: number[]) => row.filter((gate) => gate > 0).length;
const sum = (row: number[]) => row.reduce((a, b) => a + b, 0);

describe.each(engineNames)("the forward pass of %s of a mixture of experts", (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openInNode(name, config, weights);
  });
  afterAll(() => engine.dispose());

  it.each(cases.map((experts, i) => [experts, i] as const))(
    "agrees with JAX with experts %j",
    async (experts, i) => {
      const trace = await engine.trace(tokens, { attention: true, router: true, experts });
      const golden = (what: string) => tensors[`${i}.${what}`].data;
      expect(largestDifference(trace.logits, golden("logits"))).toBeLessThan(1e-4);
      expect(largestDifference(trace.attention!, golden("attention"))).toBeLessThan(1e-4);
      expect(largestDifference(trace.gates!, golden("gates"))).toBeLessThan(1e-4);
      expect(largestDifference(trace.router!, golden("probabilities"))).toBeLessThan(1e-4);
    },
  );

  it("is held to cases that differ from each other", () => {
    for (let i = 1; i < cases.length; i++)
      expect(largestDifference(tensors[`${i}.logits`].data, tensors["1.logits"].data) > 0.1).toBe(i !== 1);
  });

  it("runs the experts of its configuration unless told otherwise, and tells of them only when asked", async () => {
    const plain = await engine.trace(tokens);
    expect(plain.router).toBeUndefined();
    expect(plain.gates).toBeUndefined();
    const same = await engine.trace(tokens, { experts: { perToken: config.n_expert_per_token, off: [] } });
    expect(same.logits).toEqual(plain.logits);
  });

  it("sends every token to as many experts as it is told, whose gates sum to 1", async () => {
    for (let perToken = 1; perToken <= n_expert; perToken++) {
      const { gates, router } = await engine.trace(tokens, { router: true, experts: { perToken } });
      expect(gates).toHaveLength(n_layer * tokens.length * n_expert);
      for (const [i, row] of rows(gates!).entries()) {
        expect(chosen(row)).toBe(perToken);
        expect(sum(row)).toBeCloseTo(1, 5);
        const probabilities = rows(router!)[i];
        expect(sum(probabilities)).toBeCloseTo(1, 5);
        const least = Math.min(...probabilities.filter((_, e) => row[e] > 0));
        expect(Math.max(0, ...probabilities.filter((_, e) => row[e] === 0))).toBeLessThanOrEqual(least);
      }
    }
  });

  it("weighs all experts by the router's own probabilities when all run", async () => {
    const { gates, router } = await engine.trace(tokens, { router: true, experts: { perToken: n_expert } });
    expect(largestDifference(gates!, router!)).toBeLessThan(1e-6);
  });

  it("keeps the reader's choice while writing: with a cache the logits are those without one", async () => {
    const text = Array.from({ length: 45 }, (_, i) => (i * 29 + 3) % n_vocab);
    const experts: Experts = { perToken: 3, off: [[0, 1], [1, 2]] }; // biome-ignore format: layer, expert
    const whole = (await engine.trace(text, { experts })).logits;
    const usual = (await engine.trace(text)).logits;
    const row = (i: number) => whole.subarray(i * n_vocab, (i + 1) * n_vocab);
    const session = await engine.start(text.slice(0, 6), experts);
    const other = await engine.start(text.slice(0, 6));
    expect(largestDifference(session.logits, row(5))).toBeLessThan(1e-4);
    for (let i = 6; i < 40; i++) {
      expect(largestDifference(await session.decode(text[i]), row(i))).toBeLessThan(1e-4);
      const logits = await other.decode(text[i]);
      expect(largestDifference(logits, usual.subarray(i * n_vocab, (i + 1) * n_vocab))).toBeLessThan(1e-4);
    }
    session.rewind(35);
    const rest = await session.extend(text.slice(35));
    expect(largestDifference(rest, whole.subarray(35 * n_vocab))).toBeLessThan(1e-4);
    expect(largestDifference(whole, usual)).toBeGreaterThan(0.1);
    session.dispose();
    other.dispose();
  });

  it("lets heads, and attention and experts of a layer, be cut out as in the dense model", async () => {
    const parts = Array.from({ length: n_layer }, () => [1, 1]);
    parts[1] = [0, 0];
    const { residual } = await engine.trace(tokens, { parts, residual: true });
    const size = tokens.length * config.d_model;
    expect(residual!.subarray(2 * size)).toEqual(residual!.subarray(size, 2 * size));
    const heads = Array.from({ length: n_layer }, () => Array(config.n_head).fill(1));
    heads[0][1] = 0;
    const [whole, cut] = [await engine.trace(tokens), await engine.trace(tokens, { heads })];
    expect(largestDifference(whole.logits, cut.logits)).toBeGreaterThan(1e-2);
  });

  it("with the same expert eight times over is the dense model of that expert", async () => {
    const [same, dense]: Record<string, StoredTensor>[] = [{}, {}];
    for (const [name, tensor] of Object.entries(weights)) {
      const first = weights[name.replace(/experts\.\d/, "experts.0")];
      same[name] = first;
      if (!name.includes(".moe.")) dense[name] = tensor;
      else if (name.includes("experts.0.")) dense[name.replace("moe.experts.0", "mlp")] = first;
    }
    const { n_expert: _, n_expert_per_token: __, ...shape } = config;
    const [mixture, gpt] = [await openInNode(name, config, same), await openInNode(name, shape, dense)];
    const [one, other] = [await mixture.trace(tokens), await gpt.trace(tokens)];
    expect(largestDifference(one.logits, other.logits)).toBeLessThan(1e-4);

    const none = "This model has no experts to choose or to trace";
    await expect(gpt.trace(tokens, { router: true })).rejects.toThrow(none);
    await expect(gpt.trace(tokens, { experts: { perToken: 1 } })).rejects.toThrow(RangeError);
    await expect(gpt.start(tokens, { perToken: 1 })).rejects.toThrow(none);
    mixture.dispose();
    gpt.dispose();
  });
});
