import type { Assignment, Task } from "./assignment";
import { type Catalog, findLesson, findPart } from "./catalog";

/** What this course does not have, so that a task cannot be done. */
export type Missing = { lesson: string } | { part: string };

export function findMissing(task: Task, catalog: Catalog): Missing | undefined {
  if (task.kind === "question") return undefined;
  const lesson = findLesson(catalog, task.lesson);
  if (!lesson) return { lesson: task.lesson };
  if (task.kind === "read") {
    const found = task.section === undefined || lesson.sections.some(({ id }) => id === task.section);
    return found ? undefined : { part: task.section ?? "" };
  }
  return findPart(lesson, task.kind, task.id) ? undefined : { part: task.id };
}

/** Lessons of the assignment whose text is not what it was when the link was made. */
export function findChanged({ lessons }: Assignment, catalog: Catalog): string[] {
  return lessons
    .filter(({ slug, hash }) => {
      const now = findLesson(catalog, slug);
      return now !== undefined && now.hash !== hash;
    })
    .map(({ slug }) => slug);
}

/** Slugs of the lessons that the tasks are about, in order. */
export function lessonsOf({ tasks }: Pick<Assignment, "tasks">): string[] {
  return [...new Set(tasks.flatMap((task) => (task.kind === "question" ? [] : [task.lesson])))];
}

/** Anchor of a task on its lesson's page; nothing for the whole lesson. */
export function anchorOf(task: Task): string | undefined {
  if (task.kind === "question") return undefined;
  return task.kind === "read" ? task.section : task.id;
}
