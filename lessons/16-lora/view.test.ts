import { beforeAll, describe, expect, it } from "vitest";
import { servedAtBuild } from "@/lib/content/services";
import { type Adapter, adaptedNames } from "@/lib/model/lora";
import { seeded } from "@/lib/notebook/random";
import { loraForward, loraSize, mergeLora } from "./adapter";
import { rowsLoss } from "./loss";
import { largestGap, matmul } from "./matrix";
import { lossOf, readEffect, textLoss, write } from "./view";

const random = seeded(2);
const draw = (n: number, m: number) => random.list(n, () => random.list(m, () => random.normal()));

describe("an adapter on one matrix", () => {
  const [x, W] = [draw(3, 5), draw(5, 4)];
  const adapter = { A: draw(5, 2), B: draw(2, 4), alpha: 6 };

  it("says the same beside the weight and merged into it", () => {
    expect(largestGap(loraForward(x, W, adapter), matmul(x, mergeLora(W, adapter)))).toBeLessThan(1e-12);
    expect(largestGap(W, mergeLora(W, adapter, 0))).toBe(0);
  });

  it("has r times both sides, for a square 2·r·d", () => {
    expect(loraSize(5, 4, 2)).toBe(adapter.A.flat().length + adapter.B.flat().length);
    expect(loraSize(256, 256, 8)).toBe(2 * 8 * 256);
  });
});

describe("losses", () => {
  it("are the same from flat logits and from rows, and ln V where nothing is known", () => {
    const logits = draw(4, 6);
    const tokens = [0, 3, 1, 5];
    expect(lossOf(logits.flat(), tokens, 6)).toBeCloseTo(rowsLoss(logits, tokens), 10);
    expect(
      rowsLoss(
        [
          [0, 0, 0],
          [0, 0, 0],
        ],
        [1, 2],
      ),
    ).toBeCloseTo(Math.log(3), 10);
  });
});

describe("the effect of an adapter", () => {
  let model: Awaited<ReturnType<typeof servedAtBuild>>;
  let adapter: Adapter;
  const { signal } = new AbortController();
  beforeAll(async () => {
    model = await servedAtBuild("story-1m");
    const tensors: Adapter["tensors"] = {};
    const tensor = (n: number, m: number, deviation: number) => ({
      dtype: "F32",
      shape: [n, m],
      data: Float32Array.from({ length: n * m }, () => random.normal(deviation)),
    });
    for (const name of adaptedNames(model.shapes, ["mlp.c_fc"])) {
      tensors[`${name}.lora_A`] = tensor(128, 2, 0.1);
      tensors[`${name}.lora_B`] = tensor(2, 512, 0.3);
    }
    adapter = { name: "noise", title: "Noise", base: "story-1m", rank: 2, alpha: 4, tensors };
  });
  const order = (strength: number, prompt = "Once upon a time") => ({
    adapter,
    strength,
    prompt,
    own: "One day, Tom found a key.",
    kept: "Once there was a cat.",
  });

  it("is none at strength 0, and some at 1, merged or beside alike", async () => {
    const none = await readEffect(signal, model, order(0));
    expect(none.written.after).toBe(none.written.before);
    expect(none.own.after).toBeCloseTo(none.own.before!, 6);
    const some = await readEffect(signal, model, order(1));
    expect(Math.abs(some.own.after! - some.own.before!)).toBeGreaterThan(1e-3);
    expect(some.gap).toBeLessThan(1e-3);
    expect(some.logits % model.config.n_vocab).toBe(0);
  });

  it("reads an empty prompt, other scripts and a huge one", async () => {
    for (const prompt of ["", "猫 🙂 Привет", "the cat ".repeat(400)]) {
      const { written } = await readEffect(signal, model, order(2, prompt));
      expect(typeof written.after).toBe("string");
    }
  });

  it("has no loss where there is no text", async () => {
    expect(await textLoss(signal, model, "")).toBeUndefined();
  });

  it("stops when asked", async () => {
    const aborter = new AbortController();
    aborter.abort();
    await expect(write(aborter.signal, model, "Once")).rejects.toThrow();
  });
});
