import { z } from "@/lib/zod";
import { type Assignment, keyOf, type Question, type Task } from "./assignment";

/** What a student has done of one task. */
export const entry = z.strictObject({
  /** Seconds since 1970, by the student's clock: when it was done, or answered last. */
  at: z.number().int().min(0).max(99_999_999_999),
  /** Runs of a cell or a check. */
  tries: z.number().int().positive().max(100_000).optional(),
  /** An exercise's check passed, a prediction was right, an answer was judged right. */
  right: z.boolean().optional(),
  /** The answer to a question (of a choice: its index), or what was predicted. */
  text: z.string().max(8_000).optional(),
  /** Of an exercise: what was checked last, or what passed. */
  code: z.string().max(65_536).optional(),
  /** Id of the mistake that the last check named. */
  mistake: z.string().max(120).optional(),
});

export type Entry = z.infer<typeof entry>;

/** By the task's key. */
export const entries = z.record(z.string().min(1).max(260), entry);

export type Entries = z.infer<typeof entries>;

export function isDone(task: Task, done: Entry | undefined): boolean {
  if (!done) return false;
  if (task.kind === "question") return (done.text ?? "").trim() !== "";
  return task.kind !== "exercise" || done.right === true;
}

/** Whether an answer is right; nothing where only the instructor can say, or where there is none yet. */
export function judge(question: Question, text: string): boolean | undefined {
  if (text.trim() === "" || question.kind === "text" || question.answer === undefined) return undefined;
  if (question.kind === "choice") return Number(text) === question.answer;
  const number = toNumber(text);
  return number !== undefined && Math.abs(number - question.answer) <= question.tolerance + 1e-9;
}

/** "0,5" as "0.5"; spaces between thousands do not matter. */
export function toNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00A0\u202F]/g, "").replace(",", ".");
  const number = plain === "" ? Number.NaN : Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

/** Tasks that earn their point: done, and not judged wrong. A prediction earns it by being made. */
export function countPoints({ tasks }: Assignment, done: Entries): number {
  return tasks.filter((task) => {
    const its = done[keyOf(task)];
    return isDone(task, its) && !(task.kind === "question" && its?.right === false);
  }).length;
}

/** 0 to 100, as learning platforms want it. */
export function toScore(assignment: Assignment, done: Entries): number {
  return Math.round((100 * countPoints(assignment, done)) / assignment.tasks.length);
}

export function countDone({ tasks }: Assignment, done: Entries): number {
  return tasks.filter((task) => isDone(task, done[keyOf(task)])).length;
}
