"use client";

import { useRef } from "react";
import type { LanguageModel } from "@/lib/model/language-model";
import { useAnswer } from "./useAnswer";
import { useModel } from "./useModel";
import { useNearViewport } from "./useNearViewport";

/**
 * What a demo shows of a model: computed when the page was built, until the model, fetched when the demo comes near
 * the view, has read the same; then what it makes of each new `key`.
 */
export function useLive<View>(
  name: string,
  key: string,
  prebuilt: { key: string; view: View },
  read: (signal: AbortSignal, model: LanguageModel) => Promise<View>,
) {
  const handle = useModel(name);
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, handle.load);
  const { status } = handle.state;
  const model = handle.state.status === "ready" ? handle.state.model : undefined;
  const { answer, live, error, stale } = useAnswer(model, key, read, {
    key: prebuilt.key,
    answer: prebuilt.view,
  });
  const failed = status === "failed" || error !== undefined;
  return {
    ...{ handle, model, ref, live, error },
    view: answer ?? prebuilt.view,
    /** The picture belongs to an older order, and why. */
    stale: stale && failed ? ("failed" as const) : stale,
    provenance: live ? ("measured" as const) : ("reference" as const),
    state: failed ? "failed" : live && !stale ? "live" : status === "idle" ? "prebuilt" : "loading",
  };
}

export type Live<View> = ReturnType<typeof useLive<View>>;
