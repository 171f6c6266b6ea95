import { toPageKey } from "@/lib/notebook/drafts/draft";
import { createKeeper, type Keeper } from "@/lib/notebook/drafts/keeper";
import type { DraftStore } from "@/lib/notebook/drafts/store";
import type { Notebook } from "@/lib/notebook/notebook-state";
import { createVisit, type Visit } from "@/lib/share/visit";

export interface Work {
  keeper: Keeper;
  visit: Visit;
  /** Writes what is not yet written, and ends. */
  close(): void;
}

/** Begins to keep the reader's work on a page's notebook. */
export function openWork(notebook: Notebook, store: DraftStore, path: string): Work {
  const page = toPageKey(path);
  const keeper = createKeeper({ notebook, store, page });
  const onLeave = () => keeper.leave();
  // The first is the last that a phone's browser tells before it throws the page away.
  document.addEventListener("visibilitychange", onLeave);
  window.addEventListener("pagehide", onLeave);
  return {
    keeper,
    visit: createVisit({ notebook, keeper, page }),
    close() {
      document.removeEventListener("visibilitychange", onLeave);
      window.removeEventListener("pagehide", onLeave);
      keeper.close();
    },
  };
}
