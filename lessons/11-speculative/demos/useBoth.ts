"use client";

import { useEffect, useState } from "react";
import { toLiveness } from "@/components/model/liveness";
import type { PrebuiltPrediction } from "@/components/model/types";
import { useModel } from "@/components/model/useModel";
import { usePrediction } from "@/components/model/usePrediction";
import { pair } from "../presets";

export interface PrebuiltPair {
  target: PrebuiltPrediction;
  draft: PrebuiltPrediction;
}

/** What both models say after a prompt. Shown together only where they belong together. */
export function useBoth(prompt: string, prebuilt: PrebuiltPair) {
  const [targetHandle, draftHandle] = [useModel(pair.target), useModel(pair.draft)];
  const target = usePrediction(targetHandle, prompt, prebuilt.target);
  const draft = usePrediction(draftHandle, prompt, prebuilt.draft);
  const [shown, setShown] = useState({ target: target.prediction, draft: draft.prediction });
  useEffect(() => {
    const next = { target: target.prediction, draft: draft.prediction };
    const together =
      next.target.prompt === next.draft.prompt && next.target.provenance === next.draft.provenance;
    if (together) setShown(next);
  }, [target.prediction, draft.prediction]);
  const error = target.error ?? draft.error;
  const failed = error !== undefined || draftHandle.state.status === "failed";
  const newest = shown.target === target.prediction && shown.draft === draft.prediction;
  const live = shown.target.provenance === "measured" && newest && !target.stale && !draft.stale;
  return {
    ...shown,
    handles: [targetHandle, draftHandle] as const,
    error,
    /** What is shown belongs to an older prompt. */
    older: shown.target.prompt !== prompt,
    state: toLiveness(targetHandle.state.status, failed, live),
  };
}
