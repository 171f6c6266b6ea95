import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type Draft, toPageKey } from "@/lib/notebook/drafts/draft";
import type { DraftWriter } from "@/lib/notebook/drafts/writer";
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
  const writer = useRef<DraftWriter>(undefined);
  const { schedule, flush } = useSaver();

  const adopt = useEffectEvent((draft: Draft) => {
    writer.current?.saw(draft.version);
    // A reader quicker than the store has the last word.
    if (code !== author) return;
    setCode(draft.code);
    setBase(draft.base);
  });
  useEffect(() => {
    let here = true;
    const load = async () => {
      const page = toPageKey(window.location.pathname);
      const [store, { createDraftWriter }] = await Promise.all([
        pageDrafts(),
        import("@/lib/notebook/drafts/writer"),
      ]);
      const draft = (await store.all(page)).find(({ cell }) => cell === id);
      if (!here) return;
      writer.current = createDraftWriter(store, page, id);
      if (draft) adopt(draft);
    };
    load().catch((error) => console.error("Your code cannot be kept: a part of the page is missing.", error));
    return () => {
      here = false;
    };
  }, [id]);

  const put = (next: string, from: string, undo?: string) => {
    setCode(next);
    setBase(from);
    setThrown(undo);
    const isAuthors = next === author;
    const text = { code: next, base: from };
    schedule({
      save: () => void (isAuthors ? writer.current?.remove() : writer.current?.save(text)),
      spill: () => isAuthors || writer.current?.spill(text),
    });
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
