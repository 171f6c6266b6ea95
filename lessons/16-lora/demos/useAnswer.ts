"use client";

import { useEffect, useRef, useState } from "react";
import type { LanguageModel } from "@/lib/model/language-model";

/**
 * What a model makes of an order, asked anew when `key` changes, after a short rest so that sliding asks once. The
 * newest order wins; `stale` says that what is shown belongs to an older one.
 */
export function useAnswer<Answer>(
  model: LanguageModel | undefined,
  key: string | undefined,
  ask: (signal: AbortSignal, model: LanguageModel) => Promise<Answer>,
  prebuilt?: { key: string; answer: Answer },
) {
  const [shown, setShown] = useState<{ key: string; answer: Answer; live: boolean } | undefined>(
    prebuilt && { ...prebuilt, live: false },
  );
  const [error, setError] = useState<{ key: string; message: string }>();
  const latest = useRef(ask);
  latest.current = ask;

  useEffect(() => {
    if (!model || key === undefined) return;
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await latest.current(aborter.signal, model);
        if (aborter.signal.aborted) return;
        setError(undefined);
        setShown({ key, answer, live: true });
      } catch (reason) {
        if (!aborter.signal.aborted) setError({ key, message: (reason as Error).message });
      }
    }, 150);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [model, key]);

  const failed = error?.key === key ? error?.message : undefined;
  const current = shown?.key === key && (shown?.live || !model);
  return {
    answer: shown?.answer,
    live: shown?.live ?? false,
    error: failed,
    stale: current ? undefined : failed ? ("failed" as const) : ("pending" as const),
  };
}
