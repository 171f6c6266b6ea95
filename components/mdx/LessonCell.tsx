import { Cell } from "@/components/notebook/Cell";
import { highlight } from "@/lib/content/highlight";
import type { Lesson } from "@/lib/content/lesson";
import { notebookAtBuild } from "@/lib/content/notebook";

interface LessonCellProps {
  lesson: Lesson;
  /** File in `cells/`, without its ending. */
  name: string;
}

/** A cell of the lesson with its code highlighted; the page's notebook has the rest. */
export async function LessonCell({ lesson, name }: LessonCellProps) {
  const { cells } = await notebookAtBuild(lesson);
  const code = cells.find(({ id }) => id === name)!.code;
  return <Cell id={name} highlighted={await highlight(code, "typescript")} />;
}
