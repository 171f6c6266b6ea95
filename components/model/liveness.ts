import type { LanguageModel } from "@/lib/model/language-model";
import type { ModelState } from "./types";

/**
 * Why what a demo shows is not what is asked for: it belongs to an older order, which could not be carried out, is
 * being worked on, or waits for the model; or it is from before the model changed, and is being asked again.
 */
export type Stale = "failed" | "pending" | "waiting" | "again";

/** What `data-state` of a demo says: `live` where the model that is there has computed just what is asked for. */
export type Liveness = "prebuilt" | "loading" | "live" | "failed";

export function toLiveness(status: ModelState["status"], failed: boolean, live: boolean): Liveness {
  if (failed || status === "failed") return "failed";
  if (live) return "live";
  return status === "idle" ? "prebuilt" : "loading";
}

/**
 * Whether something computed `by` one model may stand for what `model` says. A page's model is another one once it
 * moved elsewhere, or computes with a reader's code. What the build computed, and what is left while a model is on its
 * way, stands.
 */
export function isBy(by: LanguageModel | undefined, model: LanguageModel | undefined): boolean {
  return !by || !model || by === model;
}

interface Shown {
  /** It belongs to the newest order. */
  current: boolean;
  by: LanguageModel | undefined;
  model: LanguageModel | undefined;
  /** The newest order could not be carried out, by the model that is there. */
  failed: boolean;
}

export function toStale({ current, by, model, failed }: Shown): Stale | undefined {
  if (current && isBy(by, model)) return undefined;
  if (failed) return "failed";
  if (current) return "again";
  return model ? "pending" : "waiting";
}
