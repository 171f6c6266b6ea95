import { defineCheck } from "glassbox/exercise";
import type { tokensPerSecond } from "./solution";

/**
 * Contexts are long enough that the cache is between a tenth of the weights and several times as much, so that
 * a forgotten factor shows; nothing is rounded.
 */
export const check = defineCheck<typeof tokensPerSecond>({
  function: "tokensPerSecond",
  parameters: ["model", "batch", "tokens", "bandwidth (GB/s)"],
  examples: [
    [{ parameters: 33_743_970_304, bits: 16, layers: 48, kvHeads: 8, headWidth: 128 }, 1, 0, 800],
    [{ parameters: 6_738_415_616, bits: 16, layers: 32, kvHeads: 32, headWidth: 128 }, 1, 4096, 2039],
    [{ parameters: 6_738_415_616, bits: 4, layers: 32, kvHeads: 32, headWidth: 128 }, 16, 2048, 1008],
    [{ parameters: 1_088_256, bits: 32, layers: 4, kvHeads: 4, headWidth: 32 }, 1, 256, 20],
  ],
  inputs: (random, size) => {
    const model = {
      parameters: random.integer(1, 70) * 1e9,
      bits: random.choice([4, 8, 16, 32]),
      layers: random.choice([16, 32, 48, 80]),
      kvHeads: random.choice([4, 8, 32]),
      headWidth: random.choice([64, 128]),
    };
    const a = 4 * model.layers * model.kvHeads * model.headWidth; // bytes of cache a token
    const weights = (model.parameters * model.bits) / 8;
    const batch = random.integer(1, 1 + size);
    const tokens = Math.ceil((random.uniform(0.1, 3) * weights) / (a * batch));
    return [model, batch, tokens, random.choice([20, 100, 800, 1008, 3350])];
  },
  valid: (model, batch, tokens, bandwidth) =>
    bandwidth > 0 &&
    [...Object.values(model), batch].every((count) => Number.isInteger(count) && count > 0) &&
    Number.isInteger(tokens) &&
    tokens >= 0,
  invariants: [
    {
      says: "Return a finite number above 0.",
      holds: (rate) => typeof rate === "number" && Number.isFinite(rate) && rate > 0,
    },
  ],
});
