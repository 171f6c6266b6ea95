"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { toLiveness } from "@/components/model/liveness";
import type { PrebuiltPrediction } from "@/components/model/types";
import { useModel } from "@/components/model/useModel";
import { useNearViewport } from "@/components/model/useNearViewport";
import { usePrediction } from "@/components/model/usePrediction";

export interface DemoProps {
  prompt: string;
  model: string;
  /** The first prompt's prediction, computed when the page was built. */
  prebuilt: PrebuiltPrediction;
  id?: string;
  locale?: string;
}

/** Where a demo keeps its prompt: what `useControls` returns will do. */
interface PromptKeeper {
  values: { prompt: string };
  set(by: { prompt: string }): void;
}

/** What every demo of this lesson stands on: a prompt, the page's model, and the newest prediction. */
export function useDemo({ model, prebuilt }: DemoProps, { values: { prompt }, set }: PromptKeeper) {
  const handle = useModel(model);
  const found = usePrediction(handle, prompt, prebuilt);
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, handle.load);
  /** Typing asks for the model, where it has not come by itself. */
  const write = useCallback(
    (text: string) => {
      if (handle.state.status === "idle") handle.load();
      set({ prompt: text });
    },
    [handle, set],
  );
  const live = found.prediction.provenance === "measured";
  useEffect(() => {
    if (live) markFirstPrediction();
  }, [live]);

  const state = toLiveness(handle.state.status, found.error !== undefined, live && !found.stale);
  // The same object while only sliders move, so that what they do not touch is not rendered again.
  return useMemo(
    () => ({
      ...found,
      handle,
      ref,
      prompt,
      write,
      data: {
        "data-state": state,
        "data-forward-passes": found.forwardPasses,
        "data-prompt": found.prediction.prompt,
      },
    }),
    [found, handle, prompt, write, state],
  );
}

export type Demo = ReturnType<typeof useDemo>;

/** Notes for the benchmark, once a page, when the first live prediction has been painted. */
function markFirstPrediction() {
  const name = "glassbox:first-prediction";
  requestAnimationFrame(() =>
    setTimeout(() => {
      if (performance.getEntriesByName(name).length === 0) performance.mark(name);
    }),
  );
}
