import type { ReactNode } from "react";
import { Exercise } from "@/components/notebook/Exercise";
import { highlight } from "@/lib/content/highlight";
import type { Lesson } from "@/lib/content/lesson";
import { readProgram } from "@/lib/content/program";
import { exerciseFiles } from "@/lib/notebook/exercise-program";

interface LessonExerciseProps {
  lesson: Lesson;
  /** Folder in `exercises/`. */
  name: string;
  title: string;
  hints?: string[];
  children: ReactNode;
}

/** An exercise of the lesson, its folder read from disk. */
export async function LessonExercise({ lesson, name, title, hints = [], children }: LessonExerciseProps) {
  const { start, solution, check, mistakes } = exerciseFiles(`exercises/${name}`);
  const program = await readProgram(lesson.folder, start, solution, check, mistakes);
  return (
    <Exercise
      id={name}
      title={title}
      hints={hints}
      program={program}
      highlighted={await highlight(program.modules[start], "typescript")}
      solutionHighlighted={await highlight(program.modules[solution], "typescript")}
    >
      {children}
    </Exercise>
  );
}
