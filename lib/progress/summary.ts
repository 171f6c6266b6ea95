import type { TextParts } from "@/lib/content/text-parts";
import type { ProgressRecord } from "./record";

/** What there is to do in a lesson, as the build knows it. */
export interface LessonToDo {
  slug: string;
  /** Ids. */
  sections: string[];
  cells: string[];
  exercises: string[];
  predictions: string[];
}

export interface Tally {
  done: number;
  of: number;
}

export interface LessonSummary {
  state: "fresh" | "begun" | "done";
  sections: Tally;
  cells: Tally;
  exercises: Tally;
  predictions: Tally;
  /** The section in view last. */
  place?: { id: string; at: number };
}

export function toDoOf(slug: string, parts: TextParts): LessonToDo {
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
  return {
    slug,
    sections: ids(parts.sections.filter(({ words }) => words > 0)),
    cells: ids(parts.cells),
    exercises: ids(parts.exercises),
    predictions: ids(parts.predictions),
  };
}

/**
 * How far the reader has come in a lesson. Only what the lesson holds today counts, so a lesson that was
 * rewritten may be begun again. Done means: every section read and every exercise passed.
 */
export function summarize(lesson: LessonToDo, records: readonly ProgressRecord[]): LessonSummary {
  const mine = records.filter((record) => !("lesson" in record) || record.lesson === lesson.slug);
  const tally = (kind: ProgressRecord["kind"], ids: readonly string[]): Tally => {
    const done = new Set(mine.filter((record) => record.kind === kind).map(({ id }) => id));
    return { done: ids.filter((id) => done.has(id)).length, of: ids.length };
  };
  const sections = tally("section", lesson.sections);
  const cells = tally("cell", lesson.cells);
  const exercises = tally("exercise", lesson.exercises);
  const predictions = tally("prediction", lesson.predictions);
  const whole = sections.done === sections.of && exercises.done === exercises.of;
  const begun = [sections, cells, exercises, predictions].some(({ done }) => done > 0);
  const place = mine.find((record) => record.kind === "place");
  return {
    state: whole && begun ? "done" : begun ? "begun" : "fresh",
    sections,
    cells,
    exercises,
    predictions,
    place: place && { id: place.id, at: place.at },
  };
}

/** Where to go on: the unfinished lesson that was open last, and the section of it that was in view. */
export function findNext(
  lessons: readonly LessonToDo[],
  records: readonly ProgressRecord[],
): { slug: string; section: string } | undefined {
  const open = lessons.flatMap((lesson) => {
    const { state, place } = summarize(lesson, records);
    return place && state !== "done" ? [{ slug: lesson.slug, section: place.id, at: place.at }] : [];
  });
  const [latest] = open.sort((a, b) => b.at - a.at);
  return latest && { slug: latest.slug, section: latest.section };
}
