import { defineCheck } from "glassbox/exercise";
import type { cacheBytes } from "./solution";

/** Whole numbers throughout, but for half a byte (int4): products of these are exact in floating point. */
export const check = defineCheck<typeof cacheBytes>({
  function: "cacheBytes",
  parameters: ["shape", "tokens", "batch", "bytes"],
  examples: [
    [{ layers: 1, heads: 1, kvHeads: 1, headSize: 1 }, 1, 1, 2],
    [{ layers: 2, heads: 8, kvHeads: 2, headSize: 3 }, 5, 1, 2],
    [{ layers: 32, heads: 32, kvHeads: 32, headSize: 128 }, 4096, 1, 2], // Llama-2-7B: 2,147,483,648
    [{ layers: 80, heads: 64, kvHeads: 8, headSize: 128 }, 4096, 1, 2], // Llama-2-70B: 1,342,177,280
    [{ layers: 32, heads: 32, kvHeads: 8, headSize: 128 }, 0, 4, 2], // nothing read yet
  ],
  inputs: (random, size) => {
    const kvHeads = random.integer(1, size);
    const heads = kvHeads * random.choice([1, 2, 4, 8]);
    const shape = {
      layers: random.integer(1, 2 * size),
      heads,
      kvHeads,
      headSize: random.choice([3, 16, 64, 80]),
    };
    return [shape, random.integer(1, 50 * size), random.integer(1, 9), random.choice([4, 2, 1, 0.5])];
  },
  valid: ({ layers, heads, kvHeads, headSize }, tokens, batch, bytes) =>
    [layers, kvHeads, headSize, batch, heads / kvHeads].every((n) => Number.isInteger(n) && n > 0) &&
    Number.isInteger(tokens) &&
    tokens >= 0 &&
    [4, 2, 1, 0.5].includes(bytes),
  invariants: [
    { says: "Return one number.", holds: (got) => typeof got === "number" && !Number.isNaN(got) },
    {
      says: "With no token read, nothing is cached: return 0.",
      holds: (got, _shape, tokens) => tokens > 0 || got === 0,
    },
  ],
});
