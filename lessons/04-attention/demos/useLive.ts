"use client";

import { useEffect, useRef, useState } from "react";
import { useModel } from "@/components/model/useModel";
import { useNearViewport } from "@/components/model/useNearViewport";
import type { LanguageModel, ModelError } from "@/lib/model/language-model";

interface Order {
  /** The text to read. */
  text: string;
  /** What else the network's work depends on, as text. */
  rest?: string;
}

/**
 * What a model makes of an order, read anew when the order changes and never otherwise. The newest order wins;
 * what is shown says which order it belongs to. Until the model is there it is what the build computed.
 */
export function useLive<View>(
  name: string,
  { text, rest = "" }: Order,
  prebuilt: View,
  read: (signal: AbortSignal, model: LanguageModel) => Promise<View>,
) {
  const handle = useModel(name);
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, handle.load);
  const key = `${rest}\n${text}`;
  const [shown, setShown] = useState({ view: prebuilt, key, live: false });
  const [error, setError] = useState<ModelError>();
  const latest = useRef(read);
  latest.current = read;
  const model = handle.state.status === "ready" ? handle.state.model : undefined;

  useEffect(() => {
    if (!model) return;
    const aborter = new AbortController();
    const frame = requestAnimationFrame(async () => {
      try {
        const view = await latest.current(aborter.signal, model);
        if (aborter.signal.aborted) return;
        setError(undefined);
        setShown({ view, key, live: true });
      } catch (reason) {
        if (!aborter.signal.aborted) setError(reason as ModelError);
      }
    });
    return () => {
      cancelAnimationFrame(frame);
      aborter.abort();
    };
  }, [model, key]);

  const failed = handle.state.status === "failed" || error !== undefined;
  const settled = shown.key === key && (!model || shown.live);
  const loading = handle.state.status === "loading" || (model !== undefined && !settled);
  return {
    handle,
    model,
    ref,
    view: shown.view,
    live: shown.live,
    error,
    /** The picture belongs to an older order, and why. */
    stale:
      shown.key === key
        ? undefined
        : failed
          ? ("failed" as const)
          : model
            ? ("pending" as const)
            : ("waiting" as const),
    provenance: shown.live ? ("measured" as const) : ("reference" as const),
    state: failed ? "failed" : loading ? "loading" : shown.live ? "live" : "prebuilt",
  };
}

export type Live<View> = ReturnType<typeof useLive<View>>;
