import type { Config } from "./count";

/** Bytes a number. int4 leaves out the scales that come with it (lesson 10). */
export const bytesPer = { fp32: 4, fp16: 2, int8: 1, int4: 0.5 };
export type Precision = keyof typeof bytesPer;

/** Bytes to hold N parameters. */
export function hold(parameters: number, precision: Precision): number {
  return parameters * bytesPer[precision];
}

/**
 * Bytes a parameter while training with Adam, without activations. Mixed precision as counted by Rajbhandari et
 * al. 2020 (ZeRO, section 3.1): 2 + 2 + 12 = 16. In fp32 the weights are their own master copy: 16 again.
 */
export const adam = {
  mixed: { weights: 2, gradients: 2, master: 4, mean: 4, variance: 4 },
  fp32: { weights: 4, gradients: 4, master: 0, mean: 4, variance: 4 },
};
export type Recipe = keyof typeof adam;

export function train(parameters: number, recipe: Recipe): number {
  return parameters * Object.values(adam[recipe]).reduce((sum, bytes) => sum + bytes, 0);
}

/** Bytes of the keys and values (hence 2) of T tokens in each of `batch` texts. */
export function kvCache(
  { layers, kvHeads, headSize }: Pick<Config, "layers" | "kvHeads" | "headSize">,
  tokens: number,
  batch = 1,
  precision: Precision = "fp16",
): number {
  return 2 * layers * kvHeads * headSize * tokens * batch * bytesPer[precision];
}
