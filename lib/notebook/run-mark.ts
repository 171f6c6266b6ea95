import { z } from "@/lib/zod";
import type { Notebook } from "./notebook-state";

/** The cells that were running when the page was last seen alive. */
export type RunMark = readonly { id: string; title: string }[];

const runMark = z
  .array(z.object({ id: z.string(), title: z.string() }))
  .min(1)
  .max(100);

interface MarkedNotebook {
  notebook: Pick<Notebook, "getState" | "subscribe">;
  /** The page's key. */
  page: string;
  /** The tab's own storage, which a page that has crashed finds again; may throw where storage is turned off. */
  storage?: () => Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

/**
 * Writes down which cells run, as long as they do: a run may take the page with it, and then this is all that the
 * next visit knows of it. `last` is what an earlier page of this tab left behind.
 */
export function markRuns({ notebook, page, storage = () => globalThis.sessionStorage }: MarkedNotebook) {
  const key = `glassbox:run:${page}`;
  const last = attempt(() => runMark.parse(JSON.parse(storage().getItem(key) ?? "")));
  const clear = () => attempt(() => storage().removeItem(key));
  clear();
  let written = "";
  const write = () => {
    const running = notebook.getState().cells.filter(({ phase }) => phase === "running");
    const text = running.length > 0 ? JSON.stringify(running.map(({ id, title }) => ({ id, title }))) : "";
    if (text === written) return;
    written = text;
    if (text) attempt(() => storage().setItem(key, text));
    else clear();
  };
  const unsubscribe = notebook.subscribe(write);
  return {
    last: last as RunMark | undefined,
    /** The page goes as it should: whatever still runs is not to blame for anything. */
    leave() {
      written = "";
      clear();
    },
    close() {
      unsubscribe();
      clear();
    },
  };
}

function attempt<Value>(get: () => Value): Value | undefined {
  try {
    return get();
  } catch {
    return undefined;
  }
}
