import type { CellState, Notebook } from "../notebook-state";
import type { Draft } from "./draft";
import {
  addedTitle,
  baseOf,
  findAdded,
  findWork,
  inOrder,
  type Layer,
  type PlacedCell,
  sameWork,
} from "./layer";
import type { DraftStore } from "./store";
import { createDraftWriter, type DraftWriter, type Writable } from "./writer";

/** The part of a notebook whose state is the reader's work. */
export type WorkedNotebook = Pick<
  Notebook,
  "getState" | "subscribe" | "setCode" | "reset" | "addCell" | "deleteCell"
>;

/** How the reader's version of a cell stands to the others there are of it. */
export interface KeptCell {
  /** What lies under it has changed since the reader began to edit it. */
  outdated: boolean;
  /** What other tabs wrote without knowing of the version on show. */
  others: readonly string[];
}

/** Keeps one layer of a notebook and the store alike. */
export interface Sync {
  readonly layer: Layer;
  /** The reader's version of every cell that has one. */
  work(): Map<string, Writable>;
  describe(): Map<string, KeptCell>;
  /** Whether something has to be written. */
  hasChanges(): boolean;
  /** Writes it; resolves when all is safe, also what was being written before. */
  flush(): Promise<void>;
  /** Puts down at once what is not yet safe, for a page that is being closed. */
  spill(): void;
  /** Writes a cell as the reader has settled it: on top of `base`, with `others` still to be chosen from. */
  settle(id: string, base: string, others: readonly string[]): void;
  /** Takes over what the store holds, e.g. from another tab; what is not yet written here has the last word. */
  load(): Promise<void>;
  /** Shows what lies under the reader's version of a cell. */
  bringBack(id: string): void;
  /** Leaves the notebook as the lesson has it, for another layer. */
  clear(): void;
  /** The notebook changes because of `load` or `bringBack`: that is nothing to write. */
  readonly showing: boolean;
}

export function createSync(
  notebook: WorkedNotebook,
  store: DraftStore,
  layer: Layer,
  onStored: () => void,
): Sync {
  /** What the store holds, as far as this tab knows. */
  const written = new Map<string, Writable>();
  const writers = new Map<string, DraftWriter>();
  const others = new Map<string, readonly string[]>();
  /** What is on its way to the store, and the promise that it is there. */
  const writing = new Map<Promise<void>, [id: string, text: Writable | undefined]>();
  let showing = false;

  const cells = () => notebook.getState().cells;
  const find = (id: string) => cells().find((cell) => cell.id === id);
  const work = () => findWork(layer, notebook.getState(), written);
  const writerOf = (id: string) => {
    const writer = writers.get(id) ?? createDraftWriter(store, layer.key, id);
    writers.set(id, writer);
    return writer;
  };

  const findChanges = (): [string, Writable | undefined][] => {
    const now = work();
    return [...new Set([...now.keys(), ...written.keys()])]
      .filter((id) => !sameWork(now.get(id), written.get(id)))
      .map((id) => [id, now.get(id)]);
  };

  const quietly = (change: () => void) => {
    showing = true;
    change();
    showing = false;
  };

  const put = (added: readonly PlacedCell[]) => {
    const missing = added.filter(({ id }) => !find(id));
    for (const { id, code, after } of inOrder(
      missing,
      cells().map(({ id }) => id),
    ))
      notebook.addCell({ id, title: addedTitle(id), code }, after || undefined);
  };

  const show = (drafts: readonly Draft[]) => {
    const unsaved = new Set(findChanges().map(([id]) => id));
    put(findAdded(drafts, cells()));
    for (const { cell, code, base, after, version, others: theirs } of drafts) {
      if (unsaved.has(cell)) continue;
      writerOf(cell).saw(version);
      written.set(cell, after === undefined ? { code, base } : { code, base, after });
      others.set(cell, theirs);
      if (find(cell)?.code !== code) notebook.setCode(cell, code);
    }
  };

  const bringBack = (id: string) => {
    const cell = find(id);
    if (!cell) return;
    const base = baseOf(layer, cell);
    if (base === undefined) notebook.deleteCell(id);
    else if (base === cell.author) notebook.reset(id);
    else notebook.setCode(id, base);
  };

  const load = async () => {
    const drafts = await store.all(layer.key);
    const kept = new Set([...drafts.map(({ cell }) => cell), ...findChanges().map(([id]) => id)]);
    quietly(() => {
      show(drafts);
      // Thrown away in another tab.
      for (const id of [...written.keys()].filter((key) => !kept.has(key))) {
        written.delete(id);
        bringBack(id);
      }
    });
    onStored();
  };

  const write = (id: string, text: Writable | undefined, left?: readonly string[]) => {
    if (text) written.set(id, text);
    else written.delete(id);
    const done = send(id, text, left).finally(() => writing.delete(done));
    writing.set(done, [id, text]);
  };

  const send = async (id: string, text: Writable | undefined, left?: readonly string[]) => {
    const stored = await (text ? writerOf(id).save(text, left && [...left]) : writerOf(id).remove());
    others.set(id, stored?.others ?? []);
    // Another tab's newer work was not thrown away with ours.
    if (!text && stored) quietly(() => show([stored]));
    onStored();
  };

  quietly(() => {
    for (const [id, code] of Object.entries(layer.cells)) if (find(id)) notebook.setCode(id, code);
    put(layer.added);
  });
  let loading = load();

  return {
    layer,
    work,
    describe: () =>
      new Map(
        [...work()].map(([id, { base }]) => [
          id,
          { outdated: isOutdated(layer, find(id), base), others: others.get(id) ?? [] },
        ]),
      ),
    hasChanges: () => findChanges().length > 0,
    async flush() {
      await loading;
      for (const [id, text] of findChanges()) write(id, text);
      await Promise.all(writing.keys());
    },
    spill() {
      // A page that goes takes the writes that are under way with it. The latest of a cell comes last.
      const unsafe = new Map([...writing.values(), ...findChanges()]);
      for (const [id, text] of unsafe) if (text) writerOf(id).spill(text);
    },
    settle(id, base, left) {
      const text = work().get(id);
      write(id, text && { ...text, base }, left);
    },
    load() {
      loading = load();
      return loading;
    },
    bringBack: (id) => quietly(() => bringBack(id)),
    clear: () =>
      quietly(() => {
        for (const { id, author } of cells()) {
          if (author === undefined) notebook.deleteCell(id);
          else notebook.reset(id);
        }
      }),
    get showing() {
      return showing;
    },
  };
}

function isOutdated(layer: Layer, cell: CellState | undefined, base: string): boolean {
  const under = cell && baseOf(layer, cell);
  return under !== undefined && under !== base;
}
