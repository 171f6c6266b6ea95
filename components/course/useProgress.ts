import { useSyncExternalStore } from "react";
import { watch } from "@/lib/progress/keeper";
import type { ProgressRecord } from "@/lib/progress/record";

/** One watch on the store serves all parts of a page. */
const listeners = new Set<() => void>();
let records: ProgressRecord[] | undefined;
let watching: AbortController | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!watching) {
    watching = new AbortController();
    void watch(watching.signal, (all) => {
      records = all;
      for (const tell of listeners) tell();
    });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    watching?.abort();
    watching = undefined;
  };
}

/** All that is kept of what the reader did, also as other tabs change it; undefined until it has been read. */
export function useProgress(): ProgressRecord[] | undefined {
  return useSyncExternalStore(
    subscribe,
    () => records,
    () => undefined,
  );
}
