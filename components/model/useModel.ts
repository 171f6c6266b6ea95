"use client";

import { useMemo, useSyncExternalStore } from "react";
import { sharedModel } from "./shared-model";
import type { ModelHandle, ModelState } from "./types";

const idle: ModelState = { status: "idle" };

/** A handle on the page's copy of a model. Nothing is fetched until somebody calls `load`. */
export function useModel(name: string): ModelHandle {
  const model = sharedModel(name);
  const state = useSyncExternalStore(
    model.subscribe,
    () => model.state,
    () => idle,
  );
  const { load, retry, place, choosePlace } = model;
  return useMemo(
    () => ({ state, load, retry, place, choosePlace }),
    [state, load, retry, place, choosePlace],
  );
}
