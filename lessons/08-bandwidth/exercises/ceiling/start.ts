export interface Model {
  parameters: number;
  /** Bits each weight is stored in. */
  bits: number;
  layers: number;
  /** Heads that keep keys and values. */
  kvHeads: number;
  headWidth: number;
}

/**
 * The most tokens a second that `batch` texts together can grow by, if memory is the only limit.
 * Each text holds `tokens` tokens; each key and each value is a list of numbers of 2 bytes;
 * bandwidth in GB/s.
 */
export function tokensPerSecond(model: Model, batch: number, tokens: number, bandwidth: number): number {
  const weights = (model.parameters * model.bits) / 8; // bytes
  return (1e9 * bandwidth) / weights + 0 * batch * tokens; // the keys and values are missing: press Check
}
