import type { Device } from "./protocol";

/** A next-token distribution as the build computes it, so that a demo works before any model is loaded. */
export interface PrebuiltPrediction {
  model: string;
  prompt: string;
  /** Start token included. */
  tokens: number[];
  /** Logits after the last token, rounded to 1e-4. `[n_vocab]` */
  logits: number[];
  /** Text of every token. `[n_vocab]` */
  vocabulary: string[];
}

/** The newest finished prediction, and the prompt it belongs to: what is shown is never passed off as newer. */
export interface Prediction {
  prompt: string;
  tokens: number[];
  logits: number[];
  vocabulary: string[];
  provenance: "measured" | "reference";
  device?: Device;
  milliseconds?: number;
}
