"use client";

import { useMemo } from "react";
import type { Prediction } from "@/components/model/types";
import { softmax } from "../sampling";
import { type Distribution, distribution, type Settings } from "../settings";
import { type Summary, toSummary } from "../summary";

/** A prediction after sampling: everything the pictures draw, computed once per change. */
export interface Sampled {
  found: Distribution;
  /** The model's own distribution: temperature 1, no penalties, no filters. */
  own: number[];
  summary: Summary;
}

export function useSampled({ logits, tokens }: Prediction, settings: Settings): Sampled {
  const own = useMemo(() => softmax(logits), [logits]);
  return useMemo(() => {
    const found = distribution(logits, tokens.slice(1), settings);
    return { found, own, summary: toSummary(found) };
  }, [logits, tokens, own, settings]);
}
