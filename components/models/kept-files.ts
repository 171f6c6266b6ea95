import { useSyncExternalStore } from "react";
import { type KeptFile, listKept } from "@/lib/model/kept";

const listeners = new Set<() => void>();
let files: readonly KeptFile[] | undefined;

/** Looks again at what is kept, and tells all parts of the page. */
export async function lookAgain(): Promise<void> {
  files = await listKept().catch(() => []);
  for (const tell of listeners) tell();
}

/** Other tabs fetch and clear too; a look when the reader comes back is enough. */
const onReturn = () => void (document.visibilityState === "visible" && lookAgain());

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    document.addEventListener("visibilitychange", onReturn);
    void lookAgain();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener("visibilitychange", onReturn);
  };
}

/** What this browser keeps of all models; undefined until it has been looked up. */
export function useKeptFiles(): readonly KeptFile[] | undefined {
  return useSyncExternalStore(
    subscribe,
    () => files,
    () => undefined,
  );
}
