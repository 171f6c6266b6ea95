import type { Happening } from "@/lib/progress/events";
import type { Entry } from "./work";

const COUNTED = 100_000;

/** What a happening on a page adds to the work: the task's key, and its entry in place of the one before. */
export function toEntry(
  happening: Happening,
  before: (key: string) => Entry | undefined,
  now: number,
): [key: string, made: Entry] {
  const { lesson, id } = happening;
  switch (happening.kind) {
    case "exercise": {
      const key = `${lesson}/exercise/${id}`;
      const old = before(key);
      const tries = Math.min(COUNTED, (old?.tries ?? 0) + 1);
      // What has passed stays, also when the student goes on trying things.
      if (old?.right && !happening.passed) return [key, { ...old, tries }];
      const { passed: right, code, mistake } = happening;
      return [
        key,
        {
          at: now,
          tries,
          right,
          ...(code !== undefined && { code: code.slice(0, 65_536) }),
          ...(mistake && { mistake }),
        },
      ];
    }
    case "prediction": {
      const { right, said } = happening;
      return [
        `${lesson}/prediction/${id}`,
        { at: now, right, ...(said !== undefined && { text: said.slice(0, 8_000) }) },
      ];
    }
    case "cell-run": {
      const key = `${lesson}/cell/${id}`;
      return [key, { at: now, tries: Math.min(COUNTED, (before(key)?.tries ?? 0) + 1) }];
    }
  }
}
