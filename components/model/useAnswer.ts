"use client";

import { useEffect, useRef, useState } from "react";
import type { LanguageModel } from "@/lib/model/language-model";
import { isBy, toStale } from "./liveness";

/** An answer and what was asked for it. */
interface Prebuilt<Answer> {
  key: string;
  answer: Answer;
}

/** Sliding and typing ask once they rest, in milliseconds. */
const REST = 100;

/**
 * What a model makes of an order, asked anew when `key` or the model changes and never otherwise; without a key, or a
 * model, nothing is asked. The newest order wins; `stale` says that what is shown belongs to an older one, and why.
 */
export function useAnswer<Answer>(
  model: LanguageModel | undefined,
  key: string | undefined,
  ask: (signal: AbortSignal, model: LanguageModel) => Promise<Answer>,
  prebuilt?: Prebuilt<Answer>,
) {
  const [shown, setShown] = useState<(Prebuilt<Answer> & { by?: LanguageModel }) | undefined>(prebuilt);
  const [failure, setFailure] = useState<{ key: string; by: LanguageModel; error: Error }>();
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    if (!model || key === undefined) return;
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await latest.current(aborter.signal, model);
        if (aborter.signal.aborted) return;
        setFailure(undefined);
        setShown({ key, answer, by: model });
      } catch (reason) {
        if (!aborter.signal.aborted) setFailure({ key, by: model, error: reason as Error });
      }
    }, REST);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [model, key]);

  const error = failure && failure.key === key && isBy(failure.by, model) ? failure.error : undefined;
  const stale = toStale({ current: shown?.key === key, by: shown?.by, model, failed: error !== undefined });
  return {
    answer: shown?.answer,
    /** What computed it in this page; nothing did where it was computed when the page was built. */
    by: shown?.by,
    error,
    stale,
  };
}
