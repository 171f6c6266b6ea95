"use client";

import { useEffect, useState } from "react";
import type { Assignment } from "@/lib/assignment/assignment";
import type { Catalog } from "@/lib/assignment/catalog";
import { decodeAssignment, encodeAssignment } from "@/lib/assignment/link";
import { loadCatalog } from "@/lib/assignment/load";
import type { ReadProblem, UnreadableError } from "@/lib/assignment/problem";

export type Opened =
  | { status: "reading" }
  | { status: "problem"; problem: ReadProblem | "empty"; message: string }
  | { status: "open"; assignment: Assignment; code: string; catalog?: Catalog };

/** Reads an assignment from its code, and loads what its parts are called. */
export function useAssignment(code: string | undefined): Opened {
  const [opened, setOpened] = useState<Opened>({ status: "reading" });
  useEffect(() => {
    let here = true;
    const show = (next: Opened) => here && setOpened(next);
    if (code === undefined) return;
    if (code.trim() === "") {
      show({ status: "problem", problem: "empty", message: "" });
      return;
    }
    decodeAssignment(code)
      .then(async (assignment) => {
        // Without what a mail program has added to it.
        const plain = await encodeAssignment(assignment);
        show({ status: "open", assignment, code: plain });
        // Without the catalog, tasks are called by their ids.
        const catalog = await loadCatalog(assignment.locale).catch(() => undefined);
        if (catalog) show({ status: "open", assignment, code: plain, catalog });
      })
      .catch(({ problem, message }: UnreadableError) => show({ status: "problem", problem, message }));
    return () => {
      here = false;
    };
  }, [code]);
  return opened;
}
