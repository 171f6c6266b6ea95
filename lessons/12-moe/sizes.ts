/** How many parameters a mixture holds, and how many one token meets. */

/** What has to be known of a decoder whose feed-forward networks are experts. */
export interface Design {
  layers: number;
  width: number;
  /** Width of all keys of a token, and of all its values. */
  keys: number;
  /** Hidden width of one expert. */
  hidden: number;
  /** `gated`: three matrices an expert, and no biases anywhere. Otherwise two, with biases, as in GPT-2. */
  gated: boolean;
  vocabulary: number;
  /** Rows of a learned position table; 0 where positions are computed. */
  positions: number;
  experts: number;
  perToken: number;
}

export interface Sizes {
  /** Embeddings, attention, norms: met by every token. */
  shared: number;
  routers: number;
  /** One expert of one layer. */
  expert: number;
  total: number;
  active: number;
}

/** Jiang et al. 2024, table 1, and the `config.json` of the weights. */
export const mixtral: Design = {
  ...{ layers: 32, width: 4096, keys: 8 * 128, hidden: 14_336, gated: true },
  ...{ vocabulary: 32_000, positions: 0, experts: 8, perToken: 2 },
};

export function sizesOf(design: Design): Sizes {
  const { layers, width, keys, hidden, gated, vocabulary, positions, experts, perToken } = design;
  const bias = gated ? 0 : 1;
  const attention = 2 * width * (width + keys) + bias * (2 * width + 2 * keys); // q and output; k and v
  const norms = (2 * layers + 1) * width * (1 + bias); // LayerNorm has a shift beside its scale, RMSNorm has none
  const embeddings = vocabulary * width * (gated ? 2 : 1); // tied in GPT-2's kind
  const shared = embeddings + positions * width + layers * attention + norms;
  const expert = (2 + Number(gated)) * width * hidden + bias * (hidden + width);
  const routers = layers * width * experts;
  const withExperts = (count: number) => shared + routers + layers * count * expert;
  return { shared, routers, expert, total: withExperts(experts), active: withExperts(perToken) };
}

/** Parameters that a step reads from memory when `used` experts of each layer have work, and the arithmetic of one token. */
export function parametersRead(design: Design, used: number): number {
  const { shared, routers, expert } = sizesOf(design);
  return shared + routers + design.layers * used * expert;
}
