"use client";

import { useEffect, useRef, useState } from "react";
import { isBy, toLiveness } from "@/components/model/liveness";
import { useModel } from "@/components/model/useModel";
import { useNearViewport } from "@/components/model/useNearViewport";
import type { LanguageModel, ModelError } from "@/lib/model/language-model";
import { type FactOdds, readFacts } from "../facts";

interface Reading {
  odds: readonly FactOdds[];
  /** Of all forward passes together, and what ran them; missing for what the build has computed. */
  milliseconds?: number;
  by?: LanguageModel;
  /** How often this page has asked all facts. */
  times: number;
}

/** What the model says to all facts: the build's reading until this page has made its own, once. */
export function useFacts(name: string, prebuilt: readonly FactOdds[]) {
  const handle = useModel(name);
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, handle.load);
  const [reading, setReading] = useState<Reading>({ odds: prebuilt, times: 0 });
  const [failure, setFailure] = useState<{ error: ModelError; by: LanguageModel }>();
  const model = handle.state.status === "ready" ? handle.state.model : undefined;

  useEffect(() => {
    if (!model) return;
    const aborter = new AbortController();
    const begun = performance.now();
    readFacts(aborter.signal, model).then(
      (odds) => {
        if (aborter.signal.aborted) return;
        setFailure(undefined);
        const milliseconds = performance.now() - begun;
        setReading(({ times }) => ({ odds, milliseconds, by: model, times: times + 1 }));
      },
      (reason) => !aborter.signal.aborted && setFailure({ error: reason as ModelError, by: model }),
    );
    return () => aborter.abort();
  }, [model]);

  const error = failure && isBy(failure.by, model) ? failure.error : undefined;
  const live = reading.by !== undefined;
  return {
    ...reading,
    handle,
    ref,
    error,
    live,
    state: toLiveness(handle.state.status, error !== undefined, live && isBy(reading.by, model)),
  };
}

export type FactsReading = ReturnType<typeof useFacts>;
