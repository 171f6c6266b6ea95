import type { Mistake } from "glassbox/exercise";
import type { cacheBytes, Shape } from "./solution";

type CacheBytes = typeof cacheBytes;

/** A wrong number of numbers a token, in an otherwise right function. */
const of =
  (numbers: (shape: Shape) => number): CacheBytes =>
  (shape, tokens, batch, bytes) =>
    numbers(shape) * tokens * batch * bytes;

const right = ({ layers, kvHeads, headSize }: Shape) => 2 * layers * kvHeads * headSize;

export const mistakes: Mistake<CacheBytes>[] = [
  {
    id: "keys-or-values",
    says: "You counted keys or values, but both are kept: times 2.",
    run: of((shape) => right(shape) / 2),
  },
  {
    id: "all-heads",
    says: "You used all query heads: with grouped-query attention only the key/value heads are cached.",
    run: of(({ layers, heads, headSize }) => 2 * layers * heads * headSize),
  },
  {
    id: "all-heads-once",
    says: "Two things: keys and values are both kept (times 2), and only for the key/value heads, not for all query heads.",
    run: of(({ layers, heads, headSize }) => layers * heads * headSize),
  },
  {
    id: "queries-too",
    says: "You kept queries as well: a query is used once, by its own token, and never looked up again. Only K and V are cached.",
    run: of(({ layers, heads, kvHeads, headSize }) => layers * (heads + 2 * kvHeads) * headSize),
  },
  {
    id: "three-vectors",
    says: "You counted three vectors a head: only keys and values are cached, the query is not.",
    run: of((shape) => (right(shape) * 3) / 2),
  },
  {
    id: "one-layer",
    says: "You counted one layer: each layer has keys and values of its own.",
    run: of((shape) => right(shape) / shape.layers),
  },
  {
    id: "no-head-size",
    says: "You counted heads, not numbers: each key and each value has headSize numbers.",
    run: of((shape) => right(shape) / shape.headSize),
  },
  {
    id: "one-head",
    says: "You counted one head: every key/value head has a key and a value of its own.",
    run: of((shape) => right(shape) / shape.kvHeads),
  },
  {
    id: "divided-by-group",
    says: "You divided by the number of key/value heads: that number, kvHeads, is how many are cached.",
    run: of(({ layers, heads, kvHeads, headSize }) => (2 * layers * heads * headSize) / kvHeads),
  },
  {
    id: "weights",
    says: "You counted projection weights, headSize times too wide: the cache holds activations, headSize numbers a head and token.",
    run: of((shape) => right(shape) * shape.headSize),
  },
  {
    id: "tokens-squared",
    says: "You counted attention scores, T × T: the cache grows with T, one key and one value a token.",
    run: (shape, tokens, batch, bytes) => right(shape) * tokens ** 2 * batch * bytes,
  },
  {
    id: "one-text",
    says: "You counted one text: every text of the batch has its own cache.",
    run: (shape, tokens, _batch, bytes) => right(shape) * tokens * bytes,
  },
  {
    id: "numbers-not-bytes",
    says: "That is how many numbers are cached: multiply by the bytes of each.",
    run: (shape, tokens, batch) => right(shape) * tokens * batch,
  },
  {
    id: "bits",
    says: "That is the number of bits: bytes is in bytes already.",
    run: (shape, tokens, batch, bytes) => 8 * right(shape) * tokens * batch * bytes,
  },
];
