"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { createNotebook } from "@/lib/notebook/notebook";
import type {
  CellState,
  InputState,
  Notebook,
  NotebookSpec,
  NotebookState,
} from "@/lib/notebook/notebook-state";
import type { CellServices } from "@/lib/notebook/services";
import { loadTools } from "./tools";
import { WorkProvider } from "./work/WorkProvider";

/** Loads what cells may ask of the page; called on the first run of a cell, not before. */
export type LoadServices = () => Promise<CellServices>;

const Context = createContext<Notebook | undefined>(undefined);

interface NotebookProviderProps {
  spec: NotebookSpec;
  services: LoadServices;
  children: ReactNode;
}

/** The notebook of the page, for the cells and inputs below it. */
export function NotebookProvider({ spec, services, children }: NotebookProviderProps) {
  const [notebook] = useState(() => createNotebook(spec, () => loadTools(spec.modules, services)));
  useEffect(() => () => notebook.close(), [notebook]);
  return (
    <Context value={notebook}>
      <WorkProvider notebook={notebook}>{children}</WorkProvider>
    </Context>
  );
}

export function useNotebook(): Notebook {
  const notebook = useContext(Context);
  if (!notebook) throw new Error("This part of a page needs a <NotebookProvider> around it.");
  return notebook;
}

/** Whatever `select` takes from the notebook's state; it must be the same object until it changes. */
export function useNotebookState<Part>(select: (state: NotebookState) => Part): Part {
  const notebook = useNotebook();
  const subscribe = useCallback((listener: () => void) => notebook.subscribe(listener), [notebook]);
  const get = () => select(notebook.getState());
  return useSyncExternalStore(subscribe, get, get);
}

export function useCell(id: string): CellState {
  const cell = useNotebookState(({ cells }) => cells.find((one) => one.id === id));
  if (!cell) throw new Error(`There is no cell "${id}" in this page's notebook.`);
  return cell;
}

export function useInput(name: string): InputState {
  const input = useNotebookState(({ inputs }) => inputs.find((one) => one.name === name));
  if (!input) throw new Error(`There is no input "${name}" in this page's notebook.`);
  return input;
}
