import type { CellState, NotebookState } from "../notebook-state";
import type { Draft } from "./draft";
import type { Writable } from "./writer";

/**
 * What lies under the reader's edits: the lesson's notebook, or one that came in a link or a file. Edits made on
 * top of one are kept apart from those on top of another, so that neither can overwrite the other.
 */
export interface Layer {
  /** Drafts are kept under it. */
  key: string;
  /** Code that stands in for the author's, by cell; the rest is as in the lesson. */
  cells: Readonly<Record<string, string>>;
  /** Cells added to the lesson's. */
  added: readonly PlacedCell[];
}

/** A cell that the author did not write. */
export interface PlacedCell {
  id: string;
  code: string;
  /** The cell it stands below. */
  after: string;
}

/** The code of a cell before the reader's edits; nothing for a cell that the reader added. */
export function baseOf({ cells, added }: Layer, { id, author }: CellState): string | undefined {
  if (Object.hasOwn(cells, id)) return cells[id];
  return author ?? added.find((cell) => cell.id === id)?.code;
}

/** What has to be kept of each cell: the reader's own cells, and those that differ from what lies under them. */
export function findWork(
  layer: Layer,
  { cells }: NotebookState,
  written: ReadonlyMap<string, Writable>,
): Map<string, Writable> {
  const work = new Map<string, Writable>();
  for (const [i, cell] of cells.entries()) {
    const base = baseOf(layer, cell);
    const after = cell.author === undefined ? { after: cells[i - 1]?.id ?? "" } : {};
    if (cell.code !== base)
      work.set(cell.id, { code: cell.code, base: written.get(cell.id)?.base ?? base ?? "", ...after });
  }
  return work;
}

export function sameWork(a: Writable | undefined, b: Writable | undefined): boolean {
  return a?.code === b?.code && a?.base === b?.base && a?.after === b?.after;
}

/** Cells in an order in which each finds the one it stands below; strays come last. */
export function inOrder(cells: readonly PlacedCell[], present: readonly string[]): PlacedCell[] {
  const there = new Set(present);
  const ordered: PlacedCell[] = [];
  let left = [...cells];
  while (left.length > 0) {
    const next = left.find(({ after }) => there.has(after)) ?? { ...left[0], after: present.at(-1) ?? "" };
    left = left.filter(({ id }) => id !== next.id);
    there.add(next.id);
    ordered.push(next);
  }
  return ordered;
}

/** The cells among drafts that the lesson does not have: the reader's own, and edits of cells it has no longer. */
export function findAdded(drafts: readonly Draft[], cells: readonly CellState[]): PlacedCell[] {
  const authored = new Set(cells.flatMap(({ id, author }) => (author === undefined ? [] : [id])));
  return drafts
    .filter(({ cell }) => !authored.has(cell))
    .map(({ cell, code, after = "" }) => ({ id: cell, code, after }));
}

/** Work from elsewhere as drafts of the reader's: added cells get ids that none of `mine` has. */
export function toDrafts(
  work: ReadonlyMap<string, Writable>,
  mine: readonly Draft[],
): ({ cell: string } & Writable)[] {
  const taken = mine.map(({ cell }) => cell);
  const ids = new Map<string, string>();
  for (const [id, { after }] of work) {
    const clashes = after !== undefined && taken.includes(id);
    ids.set(id, clashes ? newCellId([...taken, ...work.keys(), ...ids.values()]) : id);
  }
  return [...work].map(([id, { after, ...text }]) => ({
    cell: ids.get(id) ?? id,
    ...text,
    ...(after === undefined ? {} : { after: ids.get(after) ?? after }),
  }));
}

/** "own-3" when "own-2" is the highest there is. */
export function newCellId(taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
  return `own-${Math.max(0, ...numbers) + 1}`;
}

/** What a cell that the author did not write is called. */
export function addedTitle(id: string): string {
  const number = /^own-(\d+)$/.exec(id)?.[1];
  return number === undefined ? `Your “${id}”` : `Your cell ${number}`;
}
