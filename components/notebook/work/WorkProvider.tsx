"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { KeeperState } from "@/lib/notebook/drafts/keeper";
import type { KeptCell } from "@/lib/notebook/drafts/sync";
import type { Notebook } from "@/lib/notebook/notebook-state";
import type { VisitState } from "@/lib/share/visit";
import { pageDrafts } from "../drafts";
import { type Store, useStore } from "../useStore";
import type { Work } from "./open-work";

const WorkContext = createContext<Work | undefined>(undefined);

/** Keeps the reader's work on the page's notebook, and lets notebooks from elsewhere be looked at. */
export function WorkProvider({ notebook, children }: { notebook: Notebook; children: ReactNode }) {
  const [work, setWork] = useState<Work>();
  useEffect(() => {
    let here = true;
    let opened: Work | undefined;
    const open = async () => {
      const [{ openWork }, store] = await Promise.all([import("./open-work"), pageDrafts()]);
      if (!here) return;
      opened = openWork(notebook, store, window.location.pathname);
      setWork(opened);
    };
    open().catch((error) =>
      console.error("Your edits cannot be kept: a part of the page is missing.", error),
    );
    return () => {
      here = false;
      opened?.close();
    };
  }, [notebook]);
  return <WorkContext value={work}>{children}</WorkContext>;
}

/** Nothing until the page has come alive. */
export function useWork(): Work | undefined {
  return useContext(WorkContext);
}

const nothingKept: Store<KeeperState> = fixed({ cells: {} });
const noVisit: Store<VisitState> = fixed({ stage: "none" });

export function useKeeperState<Selected>(select: (state: KeeperState) => Selected): Selected {
  return useStore(useWork()?.keeper ?? nothingKept, select);
}

/** How the reader's version of a cell stands; nothing if there is none. */
export function useKept(id: string): KeptCell | undefined {
  return useKeeperState(({ cells }) => cells[id]);
}

export function useVisit(): VisitState {
  return useStore(useWork()?.visit ?? noVisit, (state) => state);
}

function fixed<State>(state: State): Store<State> {
  return { getState: () => state, subscribe: () => () => {} };
}
