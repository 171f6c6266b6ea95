import { openDatabase, ShelfError } from "./database";
import { type Draft, type DraftText, throwAway, writeOver } from "./draft";
import { memoryShelf, type Shelf } from "./shelf";
import { mopUp, moveSpilled, spill } from "./spill";

/**
 * Where drafts live: a database of the browser, shared by all tabs. Where that cannot be used they live in memory,
 * until the page is closed; `unkept` says why, so that the page can.
 */
export interface DraftStore {
  all(page: string): Promise<Draft[]>;
  /**
   * `seen`: the version this tab last saw, 0 for none. `others`: what is left of other tabs' versions when the
   * reader has chosen between them. Resolves to what is stored now.
   */
  save(text: DraftText, seen: number, others?: string[]): Promise<Draft>;
  /** Writes at once to where the next visit finds it: for a page that is being closed, which cannot wait. */
  spill(text: DraftText, seen: number): void;
  /** Resolves to the draft of another tab that this one has not seen, if there is one: it stays. */
  remove(page: string, cell: string, seen: number): Promise<Draft | undefined>;
  /** Why drafts do not survive the page, as soon as that is known. */
  readonly unkept: Unkept | undefined;
  /** Calls `hear` with the page of which another tab has changed a draft, until the signal is aborted. */
  watch(signal: AbortSignal, hear: (page: string) => void): void;
}

/** `off`: no storage for this site; `full`: no room; `newer`: the site was updated in another tab. */
export type Unkept = "off" | "full" | "newer";

const channelName = "glassbox-notebook";

export interface DraftStoreParts {
  open?(): Promise<Shelf>;
  /** May throw: reading `window.localStorage` does where storage is turned off. */
  storage?(): Storage | undefined;
  now?(): number;
}

export function createDraftStore({
  open = () => openDatabase(),
  storage = () => globalThis.localStorage,
  now = Date.now,
}: DraftStoreParts = {}): DraftStore {
  const memory = memoryShelf();
  const tabs = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(channelName);
  let unkept: Unkept | undefined;
  const give = (error: unknown): Shelf => {
    unkept ??= toReason(error);
    return memory;
  };
  const opened = open()
    .then(async (shelf) => {
      await attempt(storage, (found) => moveSpilled(found, shelf, now()));
      return shelf;
    })
    .catch(give);

  const update: Shelf["update"] = async (page, cell, change) => {
    const shelf = unkept ? memory : await opened;
    const next = await shelf
      .update(page, cell, change)
      .catch((error) => give(error).update(page, cell, change));
    tabs?.postMessage(page);
    return next;
  };

  return {
    all: async (page) => {
      const kept = await (await opened).all(page).catch((error) => give(error).all(page));
      return unkept ? merge(kept, await memory.all(page)) : kept;
    },
    async save(text, seen, others) {
      const write = (stored?: Draft) =>
        writeOver(stored && { ...stored, others: others ?? stored.others }, text, seen, now());
      const stored = (await update(text.page, text.cell, write)) as Draft;
      void attempt(storage, async (found) => mopUp(found, text.page, text.cell));
      return stored;
    },
    spill: (text, seen) => void attempt(storage, async (found) => spill(found, text, seen)),
    remove: (page, cell, seen) => update(page, cell, (stored) => throwAway(stored, seen)),
    get unkept() {
      return unkept;
    },
    watch(signal, hear) {
      const onMessage = ({ data }: MessageEvent) => typeof data === "string" && hear(data);
      tabs?.addEventListener("message", onMessage);
      signal.addEventListener("abort", () => tabs?.removeEventListener("message", onMessage));
    },
  };
}

/** Storage that may be forbidden, full or missing is worth an attempt, not a failure. */
async function attempt(
  storage: () => Storage | undefined,
  act: (found: Storage) => Promise<void>,
): Promise<void> {
  try {
    const found = storage();
    if (found) await act(found);
  } catch {
    // What is in it stays there; what was to be put there is still on the page.
  }
}

function merge(kept: Draft[], newer: Draft[]): Draft[] {
  return [...new Map([...kept, ...newer].map((draft) => [draft.cell, draft])).values()];
}

function toReason(error: unknown): Unkept {
  if (error instanceof ShelfError) return error.reason;
  const name = error instanceof DOMException ? error.name : "";
  if (name === "QuotaExceededError") return "full";
  // The database was closed under us: only a page that upgrades it does that.
  return name === "InvalidStateError" ? "newer" : "off";
}
