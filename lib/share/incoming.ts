import { crc32 } from "../codec/crc32";
import type { Layer } from "../notebook/drafts/layer";
import type { CellState, InputState, InputValue, NotebookState } from "../notebook/notebook-state";
import type { SharedNotebook } from "./shared-notebook";

/** What of a notebook is worth handing on: cells and inputs that are not as the lesson has them. */
export function findShared({ cells, inputs }: Pick<NotebookState, "cells" | "inputs">): SharedNotebook {
  const changed = cells.flatMap(({ id, author, code }, i) => {
    if (author === undefined) return [{ id, code, after: cells[i - 1]?.id ?? "" }];
    return author === code ? [] : [{ id, code }];
  });
  const moved = inputs.filter(({ value, initial }) => value !== initial);
  return { cells: changed, inputs: Object.fromEntries(moved.map(({ name, value }) => [name, value])) };
}

/** A cell of a shared notebook beside the lesson's, to be read before anything is done with it. */
export interface Offered {
  id: string;
  title: string;
  code: string;
  /** The lesson's code; nothing for a cell that the lesson does not have. */
  author?: string;
}

export function toOffered({ cells }: SharedNotebook, here: readonly CellState[]): Offered[] {
  return cells.map(({ id, code }) => {
    const cell = here.find((one) => one.id === id && one.author !== undefined);
    return { id, title: cell?.title ?? "A new cell", code, author: cell?.author };
  });
}

/** The inputs of a shared notebook that this page has, where the kind of value fits. */
export function toInputs({ inputs }: SharedNotebook, here: readonly InputState[]): [string, InputValue][] {
  return here.flatMap(({ name, initial }): [string, InputValue][] =>
    Object.hasOwn(inputs, name) && typeof inputs[name] === typeof initial ? [[name, inputs[name]]] : [],
  );
}

/** What to put under the reader's edits when they use a shared notebook. */
export function toLayer(page: string, shared: SharedNotebook, here: readonly CellState[]): Layer {
  const authored = new Set(here.flatMap(({ id, author }) => (author === undefined ? [] : [id])));
  const last = [...authored].at(-1) ?? "";
  return {
    key: `${page}#${fingerprint(shared)}`,
    cells: Object.fromEntries(
      shared.cells.filter(({ id }) => authored.has(id)).map(({ id, code }) => [id, code]),
    ),
    added: shared.cells
      .filter(({ id }) => !authored.has(id))
      .map(({ id, code, after = last }) => ({ id, code, after })),
  };
}

/** The same for the same notebook, in all likelihood for no other. */
function fingerprint(shared: SharedNotebook): string {
  const bytes = new TextEncoder().encode(JSON.stringify(shared));
  return `${crc32(bytes).toString(36)}-${bytes.length.toString(36)}`;
}
