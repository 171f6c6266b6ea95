"use client";

import { useEffect, useRef, useState } from "react";
import type { LanguageModel } from "@/lib/model/language-model";

/** An answer and what was asked for it. */
interface Prebuilt<Answer> {
  key: string;
  answer: Answer;
}

/** Sliding and typing ask once they rest, in milliseconds. */
const REST = 100;

/**
 * What a model makes of an order, asked anew when `key` changes and never otherwise; without a key, or a model,
 * nothing is asked. The newest order wins; `stale` says that what is shown belongs to an older one, and why.
 */
export function useAnswer<Answer>(
  model: LanguageModel | undefined,
  key: string | undefined,
  ask: (signal: AbortSignal, model: LanguageModel) => Promise<Answer>,
  prebuilt?: Prebuilt<Answer>,
) {
  const [shown, setShown] = useState(prebuilt && { ...prebuilt, live: false });
  const [failure, setFailure] = useState<{ key: string; error: Error }>();
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
        setShown({ key, answer, live: true });
      } catch (reason) {
        if (!aborter.signal.aborted) setFailure({ key, error: reason as Error });
      }
    }, REST);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [model, key]);

  const error = failure?.key === key ? failure?.error : undefined;
  const why = error ? ("failed" as const) : model ? ("pending" as const) : ("waiting" as const);
  return {
    answer: shown?.answer,
    /** Computed in this page, not when it was built. */
    live: shown?.live ?? false,
    error,
    stale: shown?.key === key ? undefined : why,
  };
}
