"use client";

import { useRef } from "react";
import type { LanguageModel } from "@/lib/model/language-model";
import { toLiveness } from "./liveness";
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
  const { answer, by, error, stale } = useAnswer(model, key, read, {
    key: prebuilt.key,
    answer: prebuilt.view,
  });
  const failed = status === "failed" || error !== undefined;
  return {
    ...{ handle, model, ref, by, error },
    view: answer ?? prebuilt.view,
    /** `set` for controls that the picture follows: whoever moves one asks for the model, where it has not come by itself. */
    asking:
      <Args extends unknown[]>(set: (...args: Args) => void) =>
      (...args: Args) => {
        handle.load();
        set(...args);
      },
    /** The picture is not what is asked for, and why. */
    stale: stale && failed ? ("failed" as const) : stale,
    provenance: by ? ("measured" as const) : ("reference" as const),
    state: toLiveness(status, failed, by !== undefined && !stale),
  };
}

export type Live<View> = ReturnType<typeof useLive<View>>;
