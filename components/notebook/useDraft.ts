import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type DraftStore, draftKey, localDrafts } from "@/lib/notebook/drafts";

const store: DraftStore = localDrafts();
const saveAfter = 300;

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
  const { schedule, flush } = useSaver();

  const adopt = useEffectEvent((draft: { code: string; base: string }) => {
    // A reader quicker than the store has the last word.
    if (code !== author) return;
    setCode(draft.code);
    setBase(draft.base);
  });
  useEffect(() => {
    let here = true;
    void store.load(keyOf(id)).then((draft) => here && draft && adopt(draft));
    return () => {
      here = false;
    };
  }, [id]);

  const put = (next: string, from: string, undo?: string) => {
    setCode(next);
    setBase(from);
    setThrown(undo);
    const key = keyOf(id);
    schedule(() => void (next === author ? store.remove(key) : store.save(key, { code: next, base: from })));
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

function keyOf(id: string): string {
  return draftKey(window.location.pathname, id);
}

/** Does the last thing scheduled after a short rest, or at once when flushed or when the page is left. */
function useSaver() {
  const pending = useRef<() => void>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const flush = () => {
    clearTimeout(timer.current);
    pending.current?.();
    pending.current = undefined;
  };
  const leave = useEffectEvent(flush);
  useEffect(() => {
    const onLeave = () => leave();
    window.addEventListener("pagehide", onLeave);
    return () => {
      window.removeEventListener("pagehide", onLeave);
      onLeave();
    };
  }, []);
  const schedule = (save: () => void) => {
    pending.current = save;
    clearTimeout(timer.current);
    timer.current = setTimeout(flush, saveAfter);
  };
  return { schedule, flush };
}
