"use client";

import { useEffect, useRef, useState } from "react";
import { useModel } from "@/components/model/useModel";
import { useNearViewport } from "@/components/model/useNearViewport";
import type { LanguageModel } from "@/lib/model/language-model";
import { models } from "../presets";

/**
 * What the mixture makes of an order, asked anew when `key` changes and the reader has rested a moment. The newest
 * order wins; what is shown says whether it belongs to it. Until the model is there it is what the build computed.
 */
export function useLive<View>(
  key: string,
  prebuilt: { key: string; view: View },
  read: (signal: AbortSignal, model: LanguageModel) => Promise<View>,
) {
  const handle = useModel(models.moe);
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, handle.load);
  const [shown, setShown] = useState({ ...prebuilt, live: false });
  const [error, setError] = useState<{ key: string; reason: Error }>();
  const latest = useRef(read);
  latest.current = read;
  const model = handle.state.status === "ready" ? handle.state.model : undefined;

  useEffect(() => {
    if (!model) return;
    const aborter = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const view = await latest.current(aborter.signal, model);
        if (aborter.signal.aborted) return;
        setError(undefined);
        setShown({ key, view, live: true });
      } catch (reason) {
        if (!aborter.signal.aborted) setError({ key, reason: reason as Error });
      }
    }, 100);
    return () => {
      clearTimeout(timer);
      aborter.abort();
    };
  }, [model, key]);

  const failed = error?.key === key ? error.reason : undefined;
  const current = shown.key === key;
  const stale = failed ? "failed" : model ? "pending" : "waiting";
  return {
    ...{ handle, model, ref },
    view: shown.view,
    live: shown.live,
    error: failed,
    /** The picture belongs to an older order, and why. */
    stale: current ? undefined : (stale as "failed" | "pending" | "waiting"),
    state:
      handle.state.status === "failed" || failed
        ? "failed"
        : shown.live && current
          ? "live"
          : handle.state.status === "idle"
            ? "prebuilt"
            : "loading",
  };
}

export type Live<View> = ReturnType<typeof useLive<View>>;
