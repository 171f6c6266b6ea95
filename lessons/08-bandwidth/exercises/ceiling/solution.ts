import type { Model } from "./start";

/** Bandwidth over the bytes of one step; a step reads the weights once, each text's cache, and gives `batch` tokens. */
export function tokensPerSecond(model: Model, batch: number, tokens: number, bandwidth: number): number {
  const weights = (model.parameters * model.bits) / 8; // bytes
  const cache = 2 * model.layers * model.kvHeads * model.headWidth * tokens * 2; // bytes of one text
  return (batch * 1e9 * bandwidth) / (weights + batch * cache);
}
