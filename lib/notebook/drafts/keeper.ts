import { addedTitle, baseOf, findWork, type Layer, newCellId, toDrafts } from "./layer";
import type { DraftStore, Unkept } from "./store";
import { createSync, type KeptCell, type WorkedNotebook } from "./sync";
import type { Writable } from "./writer";

/** The last thing that was thrown away: it can be brought back until something else is. */
export interface Thrown {
  what: "reset" | "deleted";
  cells: readonly ({ id: string } & Writable)[];
}

export interface KeeperState {
  /** The cells that the reader has a version of, by id. */
  readonly cells: Readonly<Record<string, KeptCell>>;
  readonly thrown?: Thrown;
  /** Why edits do not survive the page, as soon as that is known. */
  readonly unkept?: Unkept;
}

/** Between the version on show and another one. */
export type Choice = "mine" | "other" | "both";

/** Keeps the reader's work on a notebook: saves it, brings it back, puts aside what it would overwrite. */
export interface Keeper {
  /** The same object until something changes. */
  getState(): KeeperState;
  subscribe(listener: () => void): () => void;
  /** Writes what is not yet written. */
  flush(): Promise<void>;
  /** Puts down at once, where the next visit finds it, what is not yet written: a run may take the page down. */
  spill(): void;
  /** For a page that is being closed: what cannot be written in time is in the next visit nevertheless. */
  leave(): void;
  reset(id: string): void;
  /** Resets every cell of the lesson and deletes the reader's own. */
  resetAll(): void;
  /** Adds an empty cell below another; returns its id. */
  add(after: string): string;
  remove(id: string): void;
  /** Brings back what was thrown away last. */
  undo(): void;
  /** `other` is the author's newer version. */
  chooseAuthor(id: string, choice: Choice): void;
  /** `other` is the first of `others`. */
  chooseOther(id: string, choice: Choice): void;
  /** Puts another layer under the reader's edits; those on top of this one stay in the store. */
  enter(layer: Layer): Promise<void>;
  /** Makes what is on show the reader's own work; what they had of the same cells is kept as another version. */
  adopt(): Promise<void>;
  close(): void;
}

export interface KeeperParts {
  notebook: WorkedNotebook;
  store: DraftStore;
  /** The page's key. */
  page: string;
  /** From the first unsaved change until it is written, in milliseconds. */
  saveAfter?: number;
}

export function createKeeper({ notebook, store, page, saveAfter = 300 }: KeeperParts): Keeper {
  let thrown: Thrown | undefined;
  let state: KeeperState = { cells: {} };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const closing = new AbortController();

  const tell = () => {
    const next: KeeperState = {
      cells: Object.fromEntries(sync.describe()),
      thrown,
      unkept: store.unkept,
    };
    if (sameState(state, next)) return;
    state = next;
    for (const listener of listeners) listener();
  };
  let sync = createSync(notebook, store, ownLayer(page), () => tell());

  const cells = () => notebook.getState().cells;
  const find = (id: string) => cells().find((cell) => cell.id === id);

  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    await sync.flush();
  };

  const onChange = () => {
    if (sync.showing) return;
    // The reader goes on from here: bringing the old version back would undo that.
    if (thrown?.what === "reset" && thrown.cells.some(({ id }) => sync.work().has(id))) thrown = undefined;
    // Not put off by later changes: outputs that stream in are changes, too.
    if (timer === undefined && sync.hasChanges()) timer = setTimeout(() => void flush(), saveAfter);
    tell();
  };

  const throwAway = (what: Thrown["what"], ids: readonly string[]) => {
    const work = sync.work();
    thrown = { what, cells: ids.map((id) => ({ id, code: "", base: "", ...work.get(id) })) };
    for (const id of ids) {
      if (what === "deleted") notebook.deleteCell(id);
      else sync.bringBack(id);
    }
    void flush();
    tell();
  };

  const add = (after: string, code: string) => {
    const thrownIds = thrown?.cells.map(({ id }) => id) ?? [];
    const id = newCellId([...cells().map(({ id }) => id), ...thrownIds]);
    notebook.addCell({ id, title: addedTitle(id), code }, after);
    return id;
  };

  const enter = async (layer: Layer) => {
    await flush();
    sync.clear();
    thrown = undefined;
    sync = createSync(notebook, store, layer, () => tell());
    await sync.flush();
    tell();
  };

  const stopHearing = notebook.subscribe(onChange);
  store.watch(closing.signal, (changed) => changed === sync.layer.key && void sync.load());

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    spill: () => sync.spill(),
    leave() {
      sync.spill();
      void flush();
    },
    reset: (id) => throwAway("reset", [id]),
    resetAll: () => throwAway("reset", [...sync.work().keys()]),
    add: (after) => add(after, ""),
    remove: (id) => throwAway("deleted", [id]),
    undo() {
      const back = thrown?.cells ?? [];
      thrown = undefined;
      for (const { id, code, after } of back) {
        if (find(id)) notebook.setCode(id, code);
        else notebook.addCell({ id, title: addedTitle(id), code }, after || undefined);
      }
      tell();
    },
    chooseAuthor(id, choice) {
      const cell = find(id);
      if (!cell) return;
      if (choice === "both") add(id, cell.code);
      if (choice === "mine") sync.settle(id, baseOf(sync.layer, cell) ?? "", state.cells[id]?.others ?? []);
      else throwAway("reset", [id]);
    },
    chooseOther(id, choice) {
      const [other, ...left] = state.cells[id]?.others ?? [];
      if (other === undefined) return;
      if (choice === "both") add(id, other);
      if (choice === "other") notebook.setCode(id, other);
      sync.settle(id, sync.work().get(id)?.base ?? "", left);
    },
    enter,
    async adopt() {
      await flush();
      const shown = findWork(ownLayer(page), notebook.getState(), new Map());
      for (const draft of toDrafts(shown, await store.all(page))) await store.save({ page, ...draft }, 0);
      await enter(ownLayer(page));
    },
    close() {
      void flush();
      closing.abort();
      stopHearing();
      listeners.clear();
    },
  };
}

/** The lesson's notebook with the reader's own work on top. */
export function ownLayer(page: string): Layer {
  return { key: page, cells: {}, added: [] };
}

function sameState(a: KeeperState, b: KeeperState): boolean {
  return (
    a.thrown === b.thrown && a.unkept === b.unkept && JSON.stringify(a.cells) === JSON.stringify(b.cells)
  );
}
