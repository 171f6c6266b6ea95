import { type LessonToDo, toDoOf } from "@/lib/progress/summary";
import type { Part } from "./course";
import { readParts } from "./mdx";

/** What the progress page says of a part and of its written lessons. */
export interface PartToDo {
  id: string;
  title: string;
  lessons: (LessonToDo & { number: number; title: string; questions: Record<string, string> })[];
  planned: number;
}

/** What there is to do in every written lesson of the course. */
export function findToDo(parts: readonly Part[]): Promise<PartToDo[]> {
  return Promise.all(
    parts.map(async ({ id, title, places }) => {
      const lessons = places.flatMap(({ lesson }) => (lesson ? [lesson] : []));
      return {
        id,
        title,
        lessons: await Promise.all(lessons.map(toLessonToDo)),
        planned: places.length - lessons.length,
      };
    }),
  );
}

async function toLessonToDo({
  slug,
  number,
  title,
  text,
  folder,
}: NonNullable<Part["places"][number]["lesson"]>) {
  const parts = await readParts(text, folder);
  const questions = Object.fromEntries(parts.predictions.map(({ id, title }) => [id, title]));
  return { ...toDoOf(slug, parts), number, title, questions };
}
