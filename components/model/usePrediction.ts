"use client";

import { useEffect, useMemo, useState } from "react";
import { tokensWithin } from "@/lib/model/context";
import type { LanguageModel, ModelError, Tokenizer } from "@/lib/model/language-model";
import type { PrebuiltPrediction, Prediction } from "@/lib/model/prediction";
import { isBy, type Stale, toStale } from "./liveness";
import type { ModelHandle } from "./types";

export interface PredictionState {
  /** The newest finished prediction. Its `prompt` says what it belongs to. */
  prediction: Prediction;
  /** The prediction is not the prompt's, or not the model's, and why. */
  stale?: Stale;
  /** Why the newest prompt was not read; a `TooLong` where it does not fit (see `LeaveOut`). */
  error?: ModelError;
  /** How often the network has run for this demo. */
  forwardPasses: number;
}

/**
 * Reads a prompt and predicts the next token, again whenever prompt or model changes and never otherwise.
 * The newest prompt wins: an older one still in the queue is cancelled.
 */
export function usePrediction(
  handle: ModelHandle,
  prompt: string,
  prebuilt: PrebuiltPrediction,
): PredictionState {
  const model = handle.state.status === "ready" ? handle.state.model : undefined;
  const [shown, setShown] = useState<{ prediction: Prediction; by?: LanguageModel }>(() => ({
    prediction: { ...prebuilt, provenance: "reference" },
  }));
  const [failure, setFailure] = useState<{ error: ModelError; by: LanguageModel }>();
  const [forwardPasses, setForwardPasses] = useState(0);

  useEffect(() => {
    if (!model) return;
    const aborter = new AbortController();
    const frame = requestAnimationFrame(async () => {
      try {
        const tokens = [0, ...tokensWithin(model.tokenizer, prompt, model.contextLength - 1)];
        const trace = await model.trace(aborter.signal, tokens);
        setForwardPasses((count) => count + 1);
        setFailure(undefined);
        const prediction: Prediction = {
          prompt,
          tokens,
          logits: Array.from(trace.logits.subarray((tokens.length - 1) * model.vocabularySize)),
          vocabulary: vocabularyOf(model),
          provenance: "measured",
          device: model.device,
          milliseconds: trace.milliseconds,
        };
        setShown({ prediction, by: model });
      } catch (reason) {
        if (!aborter.signal.aborted) setFailure({ error: reason as ModelError, by: model });
      }
    });
    return () => {
      cancelAnimationFrame(frame);
      aborter.abort();
    };
  }, [model, prompt]);

  const { prediction, by } = shown;
  const error = failure && isBy(failure.by, model) ? failure.error : undefined;
  const failed = error !== undefined || handle.state.status === "failed";
  const stale = toStale({ current: prediction.prompt === prompt, by, model, failed });
  return useMemo(
    () => ({ prediction, stale, error, forwardPasses }),
    [prediction, stale, error, forwardPasses],
  );
}

/** Texts of all tokens of the model that is loaded: the page's own may come from an older visit. */
function vocabularyOf(model: LanguageModel): string[] {
  const known = vocabularies.get(model.tokenizer);
  if (known) return known;
  const texts = Array.from({ length: model.vocabularySize }, (_, token) => model.tokenizer.text(token));
  vocabularies.set(model.tokenizer, texts);
  return texts;
}

const vocabularies = new WeakMap<Tokenizer, string[]>();
