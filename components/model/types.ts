import type { LanguageModel, ModelError } from "@/lib/model/language-model";
import type { Place } from "@/lib/model/protocol";

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
  /** Where it runs, or is to run: the reader's choice. */
  place: Place;
  choosePlace(place: Place): void;
}

export type { PrebuiltPrediction, Prediction } from "@/lib/model/prediction";
