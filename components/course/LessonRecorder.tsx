"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/Button";
import type { Section } from "@/lib/content/text-parts";
import type { Obstacle } from "@/lib/progress/database";
import { onObstacle } from "@/lib/progress/keeper";
import styles from "./LessonRecorder.module.css";

interface LessonRecorderProps {
  lesson: string;
  sections: readonly Section[];
  words: Record<Obstacle | "dismiss", string>;
}

/** Records what the reader reads and does; where the browser keeps nothing, says so once and steps aside. */
export function LessonRecorder({ lesson, sections, words }: LessonRecorderProps) {
  const [obstacle, setObstacle] = useState<Obstacle>();
  useEffect(() => {
    const { signal, abort } = createAbort();
    onObstacle(signal, (found) => isFirstTime() && setObstacle(found));
    // A page that has just opened has better things to load.
    void import("@/lib/progress/record-reading").then(
      ({ recordReading }) => !signal.aborted && recordReading(signal, lesson, toRead(sections)),
      () => setObstacle("off"),
    );
    return abort;
  }, [lesson, sections]);
  const [dismissed, setDismissed] = useState(false);
  return (
    <div role="status" className={styles.place}>
      {obstacle && !dismissed && (
        <p className={styles.notice}>
          {words[obstacle]} <Button onClick={() => setDismissed(true)}>{words.dismiss}</Button>
        </p>
      )}
    </div>
  );
}

/** Once is enough: not on every page of a visit. */
function isFirstTime(): boolean {
  try {
    const key = "glassbox.progress-said";
    if (sessionStorage.getItem(key)) return false;
    sessionStorage.setItem(key, "yes");
  } catch {
    // All storage is off.
  }
  return true;
}

function toRead(sections: readonly Section[]) {
  return sections.filter(({ words }) => words > 0);
}

function createAbort() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
