"use client";

import type { ComponentType } from "react";
import { useNotebookState } from "../NotebookProvider";

/** The cell that the reader added directly below another, if there is one. `cell` draws it. */
export function NextOwn({ after, cell: Cell }: { after: string; cell: ComponentType<{ id: string }> }) {
  const next = useNotebookState(({ cells }) => cells[cells.findIndex(({ id }) => id === after) + 1]);
  return next && next.author === undefined ? <Cell key={next.id} id={next.id} /> : null;
}
