"use client";

import { useCallback, useMemo, useSyncExternalStore } from "react";
import { type Assignment, keyOf, type Task } from "@/lib/assignment/assignment";
import { keepWork, type Work, type WorkKeeper } from "@/lib/assignment/keep";
import { judge } from "@/lib/assignment/work";

export interface WorkControls {
  work: Work;
  /** Whether this browser keeps it. */
  safe: boolean;
  keeper: WorkKeeper;
  tick(task: Task, done: boolean): void;
  answer(task: Task, text: string): void;
}

export const nowInSeconds = () => Math.floor(Date.now() / 1000);

/** What the student has done of an assignment, kept as it happens. `forget`: only until the page is closed. */
export function useWork(assignment: Assignment, forget = false): WorkControls {
  const { id } = assignment;
  const keeper = useMemo(
    () => (forget ? keepWork(id, nowInSeconds(), null) : keepWork(id, nowInSeconds())),
    [id, forget],
  );
  const work = useSyncExternalStore(keeper.subscribe, keeper.read);
  const safe = useSyncExternalStore(keeper.subscribe, keeper.isSafe);
  const tick = useCallback(
    (task: Task, done: boolean) => keeper.record(keyOf(task), done ? { at: nowInSeconds() } : undefined),
    [keeper],
  );
  const answer = useCallback(
    (task: Task, text: string) => {
      if (task.kind !== "question") return;
      const right = judge(task.question, text);
      const made = { at: nowInSeconds(), text, ...(right !== undefined && { right }) };
      keeper.record(keyOf(task), text === "" ? undefined : made);
    },
    [keeper],
  );
  return { work, safe, keeper, tick, answer };
}
