/** Messages between the page (`train-client.ts`) and the training worker (`train-worker.ts`), types only. */
import type { Config } from "./gpt";
import type { StoredTensor } from "./safetensors";
import type { TrainSettings } from "./train-lora";

export interface TrainOrder {
  settings: TrainSettings;
  /** What is learned from. */
  tokens: readonly number[];
  /** A text of the kind the base was trained on: its loss says what is forgotten. */
  kept: readonly number[];
}

export type ToTrainer =
  | ({ type: "start"; config: Config; weights: Record<string, StoredTensor> } & TrainOrder)
  | { type: "stop" };

/** One step: its loss in nats a token, before the step, and how long it took. */
export interface TrainStep {
  step: number;
  loss: number;
  milliseconds: number;
  /** Tokens learned from. */
  tokens: number;
}

/** Losses on whole texts, measured between steps. */
export interface TrainCheck {
  step: number;
  own: number;
  kept: number;
}

export type FromTrainer =
  | ({ type: "step" } & TrainStep)
  /** `tensors`: an adapter as it is now, so that it survives whatever ends the run. */
  | ({ type: "check"; tensors?: Record<string, StoredTensor> } & TrainCheck)
  | { type: "done"; stopped: boolean }
  | { type: "failed"; message: string };
