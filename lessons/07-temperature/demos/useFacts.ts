"use client";

import { useEffect, useRef, useState } from "react";
import { useModel } from "@/components/model/useModel";
import { useNearViewport } from "@/components/model/useNearViewport";
import type { ModelError } from "@/lib/model/language-model";
import type { Device } from "@/lib/model/protocol";
import { type FactOdds, readFacts } from "../facts";

interface Reading {
  odds: readonly FactOdds[];
  /** Of all forward passes together, and where they ran; missing for what the build has computed. */
  milliseconds?: number;
  device?: Device;
  /** How often this page has asked all facts. */
  times: number;
}

/** What the model says to all facts: the build's reading until this page has made its own, once. */
export function useFacts(name: string, prebuilt: readonly FactOdds[]) {
  const handle = useModel(name);
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, handle.load);
  const [reading, setReading] = useState<Reading>({ odds: prebuilt, times: 0 });
  const [error, setError] = useState<ModelError>();
  const model = handle.state.status === "ready" ? handle.state.model : undefined;

  useEffect(() => {
    if (!model) return;
    const aborter = new AbortController();
    const begun = performance.now();
    readFacts(aborter.signal, model).then(
      (odds) => {
        if (aborter.signal.aborted) return;
        setError(undefined);
        const milliseconds = performance.now() - begun;
        setReading(({ times }) => ({ odds, milliseconds, device: model.device, times: times + 1 }));
      },
      (reason) => !aborter.signal.aborted && setError(reason as ModelError),
    );
    return () => aborter.abort();
  }, [model]);

  const failed = handle.state.status === "failed" || error !== undefined;
  const live = reading.device !== undefined;
  const loading = handle.state.status === "loading" || (model !== undefined && !live);
  return {
    ...reading,
    handle,
    ref,
    error,
    live,
    state: failed ? "failed" : live ? "live" : loading ? "loading" : "prebuilt",
  };
}

export type FactsReading = ReturnType<typeof useFacts>;
