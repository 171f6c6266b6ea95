"use client";

import type { CSSProperties } from "react";
import { type LessonToDo, summarize } from "@/lib/progress/summary";
import styles from "./CourseMap.module.css";
import { useProgress } from "./useProgress";

interface PlateStateProps {
  toDo: LessonToDo;
  words: { done: string; begun: string };
}

/** How far the reader has come, in a word and as a level in the plate's foot; nothing before there is any. */
export function PlateState({ toDo, words }: PlateStateProps) {
  const records = useProgress();
  const { state, sections } = summarize(toDo, records ?? []);
  if (state === "fresh") return null;
  return (
    <span className={styles.state} data-state={state}>
      {state === "done" ? words.done : `${sections.done}/${sections.of} ${words.begun}`}
      <span
        className={styles.level}
        style={{ "--level": sections.done / Math.max(1, sections.of) } as CSSProperties}
      />
    </span>
  );
}
