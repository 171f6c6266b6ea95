/** What has to be known of a decoder-only Transformer to count its parameters. */
export interface Config {
  layers: number;
  /** H, the width of the residual stream. */
  width: number;
  /** Query heads; `kvHeads` ≤ `heads` share keys and values (grouped-query attention). */
  heads: number;
  kvHeads: number;
  /** Numbers a head; heads · headSize is often, not always, the width. */
  headSize: number;
  /** Hidden width of the feed-forward network. */
  ffn: number;
  /** Plain: up and down. Gated: gate, up and down. */
  gated: boolean;
  vocabulary: number;
  /** Rows of a learned position table; 0 where positions are computed (rotary). */
  positions: number;
  /** The output head reuses the embedding. */
  tied: boolean;
  biases: "all" | "qkv" | "none";
  /** LayerNorm keeps a scale and a shift, RMSNorm a scale. */
  norm: "layer" | "rms";
  /** Feed-forward networks a layer, and how many of them a token passes through. */
  experts: number;
  active: number;
}

/** In the order in which a token meets them; `query` to `norms` once a layer. */
export const parts = [
  ...["embedding", "positions", "query", "key", "value", "projection", "router"],
  ...["gate", "up", "down", "norms", "finalNorm", "output"],
] as readonly Part[];
export type Part =
  | ("embedding" | "positions" | "query" | "key" | "value" | "projection" | "router")
  | ("gate" | "up" | "down" | "norms" | "finalNorm" | "output");

/** One weight tensor: a matrix [in, out] or a vector [out], how many of it there are, how many a token uses. */
export interface Weights {
  part: Part;
  shape: number[];
  copies: number;
  used: number;
}

/** Every weight tensor of a model. A projection's bias has the length of its output. */
export function weightsOf(config: Config): Weights[] {
  const { layers: L, width: H, ffn: F, vocabulary: V, experts, active } = config;
  const q = config.heads * config.headSize; // width of all queries
  const kv = config.kvHeads * config.headSize; // width of all keys, and of all values
  const all = config.biases === "all";
  const linear = (part: Part, shape: number[], biased: boolean, copies = L, used = copies): Weights[] =>
    [shape, ...(biased ? [[shape[1]]] : [])].map((s) => ({ part, shape: s, copies, used }));
  const expert = (part: Part, shape: number[]) => linear(part, shape, all, L * experts, L * active);
  const vectors = (part: Part, copies: number) =>
    Array.from({ length: config.norm === "layer" ? 2 : 1 }, () => ({
      part,
      shape: [H],
      copies,
      used: copies,
    }));
  return [
    ...linear("embedding", [V, H], false, 1),
    ...(config.positions > 0 ? linear("positions", [config.positions, H], false, 1) : []),
    ...linear("query", [H, q], config.biases !== "none"),
    ...linear("key", [H, kv], config.biases !== "none"),
    ...linear("value", [H, kv], config.biases !== "none"),
    ...linear("projection", [q, H], all),
    ...(experts > 1 ? linear("router", [H, experts], false) : []),
    ...(config.gated ? expert("gate", [H, F]) : []),
    ...expert("up", [H, F]),
    ...expert("down", [F, H]),
    ...vectors("norms", 2 * L),
    ...vectors("finalNorm", 1),
    ...(config.tied ? [] : linear("output", [H, V], false, 1)),
  ];
}

/** Numbers in one tensor. */
export const sizeOf = (shape: readonly number[]) => shape.reduce((product, n) => product * n, 1);

/** Parameters held, and parameters one token passes through; embeddings count whole, as published figures do. */
export interface Count {
  total: number;
  active: number;
}

export function count(config: Config, only: readonly Part[] = parts): Count {
  const found = weightsOf(config).filter(({ part }) => only.includes(part));
  return {
    total: found.reduce((sum, { shape, copies }) => sum + sizeOf(shape) * copies, 0),
    active: found.reduce((sum, { shape, used }) => sum + sizeOf(shape) * used, 0),
  };
}

/** 12·L·H² (Kaplan et al. 2020, table 1, with a plain feed-forward network of width 4H). */
export function ruleOfThumb({ layers, width }: Pick<Config, "layers" | "width">): number {
  return 12 * layers * width ** 2;
}
