/** One attention layer of a GPT-2-style model, with the weights it has learned. */
import { type AttentionWeights, multiHead, project } from "./attention";
import { layerNorm, type Matrix } from "./matrix";

export interface LayerWeights extends AttentionWeights {
  /** The normalization in front of attention. */
  ln_1: { weight: number[]; bias: number[] };
}

/** Fetches a layer's weights by their names; `weights` is a cell's `story.weights` or the page's model. */
// biome-ignore lint/suspicious/noExplicitAny: a tensor has one axis or two, by its name.
export async function readLayer(weights: (name: string) => Promise<any>, layer: number) {
  const pair = async (name: string) => ({
    weight: await weights(`h.${layer}.${name}.weight`),
    bias: await weights(`h.${layer}.${name}.bias`),
  });
  return {
    ln_1: await pair("ln_1"), // [d]
    c_attn: await pair("attn.c_attn"), // [d, 3d], [3d]
    c_proj: await pair("attn.c_proj"), // [d, d], [d]
  } satisfies LayerWeights;
}

/** Queries, keys and values of every head, from the residual stream that enters the layer. `[T, d]` → `[H, T, d_k]` */
export function projectResidual(residual: Matrix, layer: LayerWeights, H: number) {
  return project(layerNorm(residual, layer.ln_1.weight, layer.ln_1.bias), layer, H);
}

/** What the attention layer adds to the residual stream that enters it, and its heads. `[T, d]` → `[T, d]` */
export function attendResidual(residual: Matrix, layer: LayerWeights, H: number) {
  return multiHead(layerNorm(residual, layer.ln_1.weight, layer.ln_1.bias), layer, H);
}
