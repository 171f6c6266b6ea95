"use client";

import { useSyncExternalStore } from "react";
import { figureStore } from "./store";

const first = figureStore.figures;

/** Everything measured on this page so far. */
export function useFigures() {
  return useSyncExternalStore(
    figureStore.subscribe,
    () => figureStore.figures,
    () => first,
  );
}
