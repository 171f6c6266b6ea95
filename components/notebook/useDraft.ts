import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type Draft, toPageKey } from "@/lib/notebook/drafts/draft";
import { pageDrafts } from "./drafts";
import { useSaver } from "./useSaver";

export interface DraftState {
  /** The code on show: the reader's, or the author's until it is edited. */
  code: string;
  edited: boolean;
  /** The author's source has changed since the reader began to edit it. */
  outdated: boolean;
  /** Just reset; `undo` brings the reader's code back. */
  undoable: boolean;
}

export interface DraftControls extends DraftState {
  edit(code: string): void;
  /** Writes at once what is not yet written, e.g. before a run, which may take the page down. */
  flush(): void;
  reset(): void;
  undo(): void;
}

/** The reader's version of one cell: kept across reloads, never overwritten by a newer version of the page. */
export function useDraft(id: string, author: string): DraftControls {
  const [code, setCode] = useState(author);
  const [base, setBase] = useState(author);
  const [thrown, setThrown] = useState<string>();
  const seen = useRef(0);
  const { schedule, flush } = useSaver();

  const adopt = useEffectEvent((draft: Draft) => {
    seen.current = draft.version;
    // A reader quicker than the store has the last word.
    if (code !== author) return;
    setCode(draft.code);
    setBase(draft.base);
  });
  useEffect(() => {
    let here = true;
    void pageDrafts()
      .all(pageKey())
      .then((drafts) => drafts.find(({ cell }) => cell === id))
      .then((draft) => here && draft && adopt(draft));
    return () => {
      here = false;
    };
  }, [id]);

  const write = async (next: string, from: string) => {
    const stored =
      next === author
        ? await pageDrafts().remove(pageKey(), id, seen.current)
        : await pageDrafts().save({ page: pageKey(), cell: id, code: next, base: from }, seen.current);
    seen.current = stored?.version ?? 0;
  };
  const put = (next: string, from: string, undo?: string) => {
    setCode(next);
    setBase(from);
    setThrown(undo);
    schedule(() => void write(next, from));
  };

  const edited = code !== author;
  return {
    code,
    edited,
    outdated: edited && base !== author,
    undoable: thrown !== undefined,
    edit: (next) => put(next, edited ? base : author),
    flush,
    reset: () => put(author, author, code),
    undo: () => thrown !== undefined && put(thrown, author),
  };
}

function pageKey(): string {
  return toPageKey(window.location.pathname);
}
