/**
 * What one step of a language model moves and computes. N parameters, L layers, B texts at once, T tokens.
 *
 * Counted: every weight, the keys and values of the context. Left out: activations, which stay in caches, and
 * the arithmetic of attention itself, which is small while T is far below 12 × the model's width.
 */
import { type Device, shortestTime, type Work } from "./roofline";

/** The shape of a model, as far as memory traffic needs it. */
export interface Shape {
  /** N. */
  parameters: number;
  /** L. */
  layers: number;
  /** Heads that keep keys and values; fewer than query heads where they are shared. */
  kvHeads: number;
  headWidth: number;
}

/** Bytes of a number as it is stored, e.g. 2 for 16 bits. */
export interface Stored {
  weight: number;
  kv: number;
}

export function weightBytes({ parameters }: Shape, { weight }: Stored): number {
  return parameters * weight;
}

/** Keys and values of one text of T tokens: 2 · L · heads · width numbers a token. */
export function kvBytes({ layers, kvHeads, headWidth }: Shape, T: number, { kv }: Stored): number {
  return 2 * layers * kvHeads * headWidth * T * kv;
}

/** One token for each of B texts, T tokens long: the weights are read once, each cache once. */
export function decodeStep(shape: Shape, stored: Stored, B: number, T: number): Work {
  return {
    flops: 2 * shape.parameters * B, // one multiply-add for each weight and text
    bytes: weightBytes(shape, stored) + B * kvBytes(shape, T, stored),
  };
}

/** Reading B prompts of T tokens: all tokens share one reading of the weights; the cache is written. */
export function prefill(shape: Shape, stored: Stored, B: number, T: number): Work {
  return {
    flops: 2 * shape.parameters * B * T,
    bytes: weightBytes(shape, stored) + B * kvBytes(shape, T, stored),
  };
}

/** Most tokens a second of B texts together, from reading alone. */
export function tokenCeiling(shape: Shape, stored: Stored, B: number, T: number, bandwidth: number): number {
  return B / (decodeStep(shape, stored, B, T).bytes / bandwidth);
}

/** Most tokens a second of B texts together, from reading and arithmetic. */
export function tokenRoof(shape: Shape, stored: Stored, B: number, T: number, device: Device): number {
  return B / shortestTime(decodeStep(shape, stored, B, T), device);
}
