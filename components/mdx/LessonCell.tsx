import { Cell } from "@/components/notebook/Cell";
import { drawAtBuild } from "@/lib/content/draw-at-build";
import { highlight } from "@/lib/content/highlight";
import type { Lesson } from "@/lib/content/lesson";
import { readProgram } from "@/lib/content/program";
import { servicesAtBuild } from "@/lib/content/services";
import { prerender } from "@/lib/notebook/prerender";

interface LessonCellProps {
  lesson: Lesson;
  /** File in `cells/`, without its ending. */
  name: string;
  title?: string;
}

/** A cell of the lesson with its code highlighted and its outputs computed, now. */
export async function LessonCell({ lesson, name, title }: LessonCellProps) {
  const program = await readProgram(lesson.folder, `cells/${name}.ts`);
  const outputs = drawAtBuild(await prerender(program, servicesAtBuild));
  const failed = outputs.find((output) => output.kind === "error");
  if (failed)
    throw new Error(`lessons/${lesson.folder}/${program.entry}, line ${failed.line}: ${failed.message}`);
  const highlighted = await highlight(program.modules[program.entry], "typescript");
  return <Cell id={name} program={program} title={title} highlighted={highlighted} outputs={outputs} />;
}
