"use client";

import { useCallback, useEffect, useState } from "react";
import type { Draft } from "@/lib/assignment/draft";
import { newDraft } from "@/lib/assignment/draft";
import { readDraft, saveDraft } from "@/lib/assignment/draft-store";
import { nowInSeconds } from "../useWork";

const saveAfter = 300;

export interface DraftState {
  draft: Draft;
  /** Whether this browser keeps it. */
  safe: boolean;
  change(by: Partial<Draft>): void;
  /** Puts another draft on the desk; `undo` brings this one back. */
  replace(next: Draft): void;
  undo?: () => void;
}

/** The draft on the desk: there again after a reload. */
export function useDraftState(locale: Draft["locale"]): DraftState {
  const [draft, setDraft] = useState<Draft>(() => readDraft() ?? newDraft(locale, ownZone(), nowInSeconds()));
  const [before, setBefore] = useState<Draft>();
  const [safe, setSafe] = useState(true);
  useEffect(() => {
    const save = () => setSafe(saveDraft(draft));
    const timer = setTimeout(save, saveAfter);
    window.addEventListener("pagehide", save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pagehide", save);
    };
  }, [draft]);
  const change = useCallback((by: Partial<Draft>) => setDraft((old) => ({ ...old, ...by })), []);
  const replace = (next: Draft) => {
    setBefore(draft);
    setDraft(next);
  };
  const undo = before && (() => replace(before));
  return { draft, safe, change, replace, undo };
}

export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
