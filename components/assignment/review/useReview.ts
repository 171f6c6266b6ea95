"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Assignment } from "@/lib/assignment/assignment";
import { readMade } from "@/lib/assignment/draft-store";
import { decodeAssignment } from "@/lib/assignment/link";
import { readFiles } from "@/lib/assignment/review/files";
import {
  emptyPile,
  mergePiles,
  type Pile,
  type Refused,
  readSources,
  type Source,
} from "@/lib/assignment/review/read";

export interface Review {
  pile: Pile;
  /** Assignments that this browser has made, and those among what was pasted. */
  assignments: Assignment[];
  /** Sources read so far, of how many; nothing while nothing is read. */
  progress?: { read: number; all: number };
  addText(from: string, text: string): Promise<void>;
  addFiles(files: readonly File[]): Promise<void>;
  clear(): void;
}

/** What has been pasted and dropped so far. It stays in this page: students' work is not put into any storage. */
export function useReview(): Review {
  const [pile, setPile] = useState(emptyPile);
  const [made, setMade] = useState<Assignment[]>([]);
  const [progress, setProgress] = useState<Review["progress"]>();
  const gone = useRef(new AbortController());

  useEffect(() => {
    const here = new AbortController();
    gone.current = here;
    const codes = readMade().map(({ code }) => code);
    void Promise.all(codes.map((code) => decodeAssignment(code).catch(() => undefined))).then(
      (found) => here.signal.aborted || setMade(found.filter((one) => one !== undefined)),
    );
    return () => here.abort();
  }, []);

  const add = useCallback(
    async (sources: readonly Source[], refused: Refused[] = []) => {
      const { signal } = gone.current;
      setProgress({ read: 0, all: sources.length });
      try {
        const found = await readSources(signal, sources, [...made, ...pile.assignments], (read) => {
          if (read % 50 === 0) setProgress({ read, all: sources.length });
        });
        setPile((old) => mergePiles(old, { ...found, refused: [...refused, ...found.refused] }));
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        setProgress(undefined);
      }
    },
    [made, pile.assignments],
  );
  const addText = useCallback((from: string, text: string) => add([{ from, text }]), [add]);
  const addFiles = useCallback(
    async (files: readonly File[]) => {
      const { sources, refused } = await readFiles(files);
      await add(sources, refused);
    },
    [add],
  );
  const assignments = [...pile.assignments, ...made];
  return { pile, assignments, progress, addText, addFiles, clear: () => setPile(emptyPile) };
}
