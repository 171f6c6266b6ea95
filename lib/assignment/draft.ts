import { z } from "@/lib/zod";
import { type Assignment, assignment, keyOf, newId, type Task, task } from "./assignment";
import { type Catalog, findLesson } from "./catalog";
import { lessonsOf } from "./check";
import { fromWallTime, isZone, toWallTime } from "./time";

/** An assignment while it is being written: fields as they are typed, also when they make no sense yet. */
export const draft = z.object({
  id: assignment.shape.id,
  title: z.string().max(1_000),
  locale: assignment.shape.locale,
  /** Questions may be unfinished: `findGaps` says so, and nothing typed is lost. */
  tasks: z.array(z.unknown()).transform((tasks) => tasks.filter(isDraftTask)),
  instructions: z.string().max(100_000),
  seed: z.string().max(40),
  /** Wall time, as `<input type="datetime-local">` has it. */
  due: z.string().max(40),
  zone: z.string().max(60),
  /** Seconds since 1970: when it was begun. It stays, so that no student's work seems to be older. */
  made: assignment.shape.made,
});

export type Draft = z.infer<typeof draft>;

/** A task that needs to be no valid one, but has a kind and a key. */
function isDraftTask(value: unknown): value is Task {
  const one = value as Partial<Task> | null;
  if (one?.kind === "question") return typeof one.id === "string" && typeof one.question?.ask === "string";
  return task.safeParse(value).success;
}

/** `made`: seconds since 1970. */
export function newDraft(locale: Draft["locale"], zone: string, made: number): Draft {
  return { id: newId(), title: "", locale, tasks: [], instructions: "", seed: "", due: "", zone, made };
}

/** What keeps a draft from being an assignment. */
export type Gap =
  | { at: "title" | "tasks" | "seed" | "due" | "zone" | "instructions" }
  | { at: "question"; id: string; needs: "ask" | "choices" | "answer" };

export function findGaps(made: Draft): Gap[] {
  const gaps: Gap[] = [];
  if (made.title.trim() === "" || made.title.length > 300) gaps.push({ at: "title" });
  if (made.tasks.length === 0 || made.tasks.length > 60) gaps.push({ at: "tasks" });
  if (made.seed.trim() !== "" && !/^\d{1,6}$/.test(made.seed.trim())) gaps.push({ at: "seed" });
  if (made.due !== "" && fromWallTime(made.due, isZone(made.zone) ? made.zone : "UTC") === undefined)
    gaps.push({ at: "due" });
  if (made.due !== "" && !isZone(made.zone)) gaps.push({ at: "zone" });
  if (made.instructions.length > 20_000) gaps.push({ at: "instructions" });
  for (const one of made.tasks) if (one.kind === "question") gaps.push(...findQuestionGaps(one));
  return gaps;
}

function findQuestionGaps({ id, question }: Extract<Task, { kind: "question" }>): Gap[] {
  if (question.ask.trim() === "") return [{ at: "question", id, needs: "ask" }];
  if (question.kind === "choice") {
    const filled = question.choices.filter((choice) => choice.trim() !== "");
    if (filled.length < 2 || filled.length < question.choices.length)
      return [{ at: "question", id, needs: "choices" }];
  }
  if (question.kind === "number") {
    const wrong = [question.answer, question.tolerance].some(
      (number) => number !== undefined && !Number.isFinite(number),
    );
    if (wrong || question.tolerance < 0) return [{ at: "question", id, needs: "answer" }];
  }
  return [];
}

/** The assignment that a draft without gaps describes. */
export function toAssignment(made: Draft, catalog: Catalog): Assignment {
  const lessons = lessonsOf(made).flatMap((slug) => {
    const lesson = findLesson(catalog, slug);
    return lesson ? [{ slug, hash: lesson.hash, prints: lesson.prints }] : [];
  });
  const due = made.due === "" ? undefined : fromWallTime(made.due, made.zone);
  return assignment.parse({
    kind: "assignment",
    id: made.id,
    title: made.title.trim(),
    locale: made.locale,
    made: made.made,
    lessons,
    tasks: made.tasks,
    instructions: made.instructions.trim(),
    ...(made.seed.trim() !== "" && { seed: Number(made.seed) }),
    ...(due !== undefined && { due: { at: due, zone: made.zone } }),
  });
}

/** To go on writing where a link left off. */
export function toDraft(made: Assignment, zone: string): Draft {
  const { id, title, locale, tasks, instructions, seed, due, made: at } = made;
  const shown = due && isZone(due.zone) ? due.zone : zone;
  return {
    ...{ id, title, locale, tasks, instructions, zone: shown, made: at },
    seed: seed === undefined ? "" : String(seed),
    due: due ? toWallTime(due.at, shown) : "",
  };
}

export function hasTask(tasks: readonly Task[], one: Task): boolean {
  return tasks.some((other) => keyOf(other) === keyOf(one));
}

/** Adds a task at the end, or takes it out. */
export function toggleTask(tasks: readonly Task[], one: Task): Task[] {
  return hasTask(tasks, one) ? tasks.filter((other) => keyOf(other) !== keyOf(one)) : [...tasks, one];
}

/** Moves the task at `from` by `by` places, as far as there is room. */
export function moveTask(tasks: readonly Task[], from: number, by: number): Task[] {
  const to = Math.min(tasks.length - 1, Math.max(0, from + by));
  const rest = tasks.toSpliced(from, 1);
  return rest.toSpliced(to, 0, tasks[from]);
}
