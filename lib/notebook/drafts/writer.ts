import type { Draft, DraftText } from "./draft";
import type { DraftStore } from "./store";

export type Writable = Pick<DraftText, "code" | "base" | "after">;

/** One cell's writes from this tab, one after the other: each has to know the version that the last one left. */
export interface DraftWriter {
  /** The version this tab knows, 0 for none. */
  readonly seen: number;
  saw(version: number): void;
  /** As `DraftStore.save`. */
  save(text: Writable, others?: string[]): Promise<Draft>;
  /** As `DraftStore.spill`. */
  spill(text: Writable): void;
  /** Resolves to another tab's unseen draft if there is one: it stays. */
  remove(): Promise<Draft | undefined>;
}

export function createDraftWriter(store: DraftStore, page: string, cell: string): DraftWriter {
  let seen = 0;
  let last: Promise<unknown> = Promise.resolve();
  const queue = <Stored extends Draft | undefined>(write: () => Promise<Stored>): Promise<Stored> => {
    const next = last.then(async () => {
      const stored = await write();
      seen = stored?.version ?? 0;
      return stored;
    });
    last = next.catch(() => {});
    return next;
  };
  return {
    get seen() {
      return seen;
    },
    saw(version) {
      seen = version;
    },
    save: (text, others) => queue(() => store.save({ page, cell, ...text }, seen, others)),
    spill: (text) => store.spill({ page, cell, ...text }, seen),
    remove: () => queue(() => store.remove(page, cell, seen)),
  };
}
