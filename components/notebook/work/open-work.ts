import { toPageKey } from "@/lib/notebook/drafts/draft";
import { createKeeper, type Keeper } from "@/lib/notebook/drafts/keeper";
import type { DraftStore } from "@/lib/notebook/drafts/store";
import type { Notebook } from "@/lib/notebook/notebook-state";
import { markRuns, type RunMark } from "@/lib/notebook/run-mark";
import { createVisit, type Visit } from "@/lib/share/visit";

export interface Work {
  keeper: Keeper;
  visit: Visit;
  /** Cells that ran when this page ended without a word. Nothing runs by itself until the reader runs something. */
  lastRun?: RunMark;
  /** Writes what is not yet written, and ends. */
  close(): void;
}

/** Begins to keep the reader's work on a page's notebook. */
export function openWork(notebook: Notebook, store: DraftStore, path: string): Work {
  const page = toPageKey(path);
  const keeper = createKeeper({ notebook, store, page });
  const marks = markRuns({ notebook, page });
  if (marks.last) notebook.freeze(true);
  const onHide = () => keeper.leave();
  const onLeave = () => {
    keeper.leave();
    marks.leave();
  };
  // The first is the last that a phone's browser tells before it throws the page away.
  document.addEventListener("visibilitychange", onHide);
  window.addEventListener("pagehide", onLeave);
  return {
    keeper,
    visit: createVisit({ notebook, keeper, page }),
    lastRun: marks.last,
    close() {
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("pagehide", onLeave);
      marks.close();
      keeper.close();
    },
  };
}
