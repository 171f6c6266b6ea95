import type { Mistake } from "glassbox/exercise";
import type { tokensPerSecond } from "./solution";
import type { Model } from "./start";

type TokensPerSecond = typeof tokensPerSecond;

const GB = 1e9;
const weights = ({ parameters, bits }: Model) => (parameters * bits) / 8;
const cache = ({ layers, kvHeads, headWidth }: Model, tokens: number) =>
  2 * layers * kvHeads * headWidth * tokens * 2;

export const mistakes: Mistake<TokensPerSecond>[] = [
  {
    id: "forgot-cache-and-batch",
    says: "Only the weights of one text are counted: add keys and values, and remember that a step gives `batch` tokens.",
    run: (model, _batch, _tokens, bandwidth) => (GB * bandwidth) / weights(model),
  },
  {
    id: "forgot-cache",
    says: "The KV cache is missing: every step also reads the keys and values of every text.",
    run: (model, batch, _tokens, bandwidth) => (batch * GB * bandwidth) / weights(model),
  },
  {
    id: "one-text-only",
    says: "This is the speed of one text. A step gives every text of the batch a token: multiply by `batch`.",
    run: (model, batch, tokens, bandwidth) =>
      (GB * bandwidth) / (weights(model) + batch * cache(model, tokens)),
  },
  {
    id: "cache-shared",
    says: "You counted one cache for the whole batch. Texts share weights, not keys and values: each has its own.",
    run: (model, batch, tokens, bandwidth) =>
      (batch * GB * bandwidth) / (weights(model) + cache(model, tokens)),
  },
  {
    id: "weights-for-each-text",
    says: "You read the weights once for every text. A batch reads them once for all: that is what it is for.",
    run: (model, _batch, tokens, bandwidth) => (GB * bandwidth) / (weights(model) + cache(model, tokens)),
  },
  {
    id: "bits-as-bytes",
    says: "`bits` counts bits: divide by 8 to get bytes.",
    run: (model, batch, tokens, bandwidth) =>
      (batch * GB * bandwidth) / (model.parameters * model.bits + batch * cache(model, tokens)),
  },
  {
    id: "half-the-cache",
    says: "Half of the cache is missing: there are keys *and* values, and each of their numbers takes 2 bytes.",
    run: (model, batch, tokens, bandwidth) =>
      (batch * GB * bandwidth) / (weights(model) + (batch * cache(model, tokens)) / 2),
  },
  {
    id: "quarter-of-the-cache",
    says: "Only a quarter of the cache is counted: keys and values make 2, and 2 bytes a number make another 2.",
    run: (model, batch, tokens, bandwidth) =>
      (batch * GB * bandwidth) / (weights(model) + (batch * cache(model, tokens)) / 4),
  },
  {
    id: "one-layer",
    says: "That is the cache of a single layer: every layer keeps keys and values of its own.",
    run: (model, batch, tokens, bandwidth) =>
      (batch * GB * bandwidth) / (weights(model) + (batch * cache(model, tokens)) / model.layers),
  },
  {
    id: "one-head",
    says: "That is the cache of a single head: multiply by `kvHeads`.",
    run: (model, batch, tokens, bandwidth) =>
      (batch * GB * bandwidth) / (weights(model) + (batch * cache(model, tokens)) / model.kvHeads),
  },
  {
    id: "gibibytes",
    says: "You took a GB for 2³⁰ bytes, which is a GiB, 7% more. Bandwidths count in powers of ten: 10⁹.",
    run: (model, batch, tokens, bandwidth) =>
      (batch * 2 ** 30 * bandwidth) / (weights(model) + batch * cache(model, tokens)),
  },
  {
    id: "no-giga",
    says: "The bandwidth is in GB/s and your bytes are single bytes: multiply the bandwidth by 10⁹.",
    run: (model, batch, tokens, bandwidth) =>
      (batch * bandwidth) / (weights(model) + batch * cache(model, tokens)),
  },
  {
    id: "seconds-a-token",
    says: "Upside down: these are seconds a token. Divide the bandwidth by the bytes.",
    run: (model, batch, tokens, bandwidth) =>
      (weights(model) + batch * cache(model, tokens)) / (batch * GB * bandwidth),
  },
  {
    id: "compute-bytes",
    says: "You counted two operations for each weight. Here memory is the only limit: count bytes, not FLOP.",
    run: (model, batch, tokens, bandwidth) =>
      (batch * GB * bandwidth) / (2 * weights(model) + batch * cache(model, tokens)),
  },
];
