import { expect, it } from "vitest";
import { modelAtBuild } from "@/lib/content/model-at-build";
import { fakeQuantizeAll } from "./fake-quantize";

it("a variant with weights of eight bits is nearly the shipped model, with two bits it is not; both leave it alone", async () => {
  const { engine, weights, tokenizer, manifest } = await modelAtBuild("story-1m");
  const tokens = [0, ...tokenizer.encode("Once upon a time, there was a little")];
  const { n_vocab } = manifest.config;
  const before = (await engine.trace(tokens)).logits;
  const best = (logits: Float32Array) => {
    const last = logits.slice(-n_vocab);
    return last.indexOf(Math.max(...last));
  };
  const distances: number[] = [];
  for (const bits of [8, 2]) {
    const variant = engine.withWeights(fakeQuantizeAll(weights, { bits, granularity: "channel" }));
    const { logits } = await variant.trace(tokens);
    distances.push(logits.reduce((sum, logit, i) => sum + Math.abs(logit - before[i]), 0) / logits.length);
    if (bits === 8) expect(best(logits)).toBe(best(before));
    variant.dispose();
  }
  expect(distances[0]).toBeLessThan(0.01);
  expect(distances[1]).toBeGreaterThan(100 * distances[0]);
  expect((await engine.trace(tokens)).logits).toEqual(before);
});
