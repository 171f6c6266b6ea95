"use client";

import { useMemo } from "react";
import type { Prediction } from "@/components/model/types";
import { penalize, ranking, softmax } from "../sampling";
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
  const { repetition, presence, frequency } = settings;
  // Temperature and filters leave the order as it is, so moving them need not sort the vocabulary.
  const order = useMemo(
    () => ranking(penalize(logits, tokens.slice(1), { repetition, presence, frequency })),
    [logits, tokens, repetition, presence, frequency],
  );
  return useMemo(() => {
    const found = distribution(logits, tokens.slice(1), settings, order);
    return { found, own, summary: toSummary(found) };
  }, [logits, tokens, own, order, settings]);
}
