import type { LanguageModel, ModelError } from "@/lib/model/language-model";
import type { Device } from "@/lib/model/protocol";

export type ModelState =
  | { status: "idle" }
  | { status: "loading"; loaded: number; total: number }
  | { status: "ready"; model: LanguageModel }
  | { status: "failed"; error: ModelError };

export interface ModelHandle {
  state: ModelState;
  /** Asks for the model; nothing is fetched before. Does nothing when it is there or on its way. */
  load(): void;
  retry(): void;
  deviceChoice: Device | "auto";
  chooseDevice(device: Device | "auto"): void;
}

export type { PrebuiltPrediction, Prediction } from "@/lib/model/prediction";
