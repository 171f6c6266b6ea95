import { groupBy } from "../../group-by";
import { type Assignment, keyOf, type Task } from "../assignment";
import { digestOf, type Receipt } from "../receipt";
import type { TaskState } from "../short-code";
import { countPoints, type Entry, isDone, judge } from "../work";
import type { FoundReceipt, FoundShort, Pile } from "./read";

/**
 * What is odd about a receipt; a reason to look, not a verdict.
 * - `edited`: its seal is broken; `version`: made for another version of the assignment
 * - `late`: made after the due date; `future`, `early`: its times cannot be right
 * - `fast`: made in less than a quarter of the median time; `same-code`: a long code that another student handed in
 * - `lesson`: the student saw another text of a lesson than the instructor
 * - `short`: a short code, which holds no answers
 */
export type Flag =
  | "edited"
  | "version"
  | "late"
  | "future"
  | "early"
  | "fast"
  | "same-code"
  | "lesson"
  | "short";

export interface Cell {
  state: TaskState;
  entry?: Entry;
}

export interface Row {
  /** Tells rows apart. */
  key: string;
  name: string;
  from: string;
  receipt?: FoundReceipt;
  cells: Cell[];
  points: number;
  flags: Flag[];
  /** Receipts of the same student that this one takes the place of. */
  older: number;
}

export interface Column {
  key: string;
  /** Nothing where the assignment is not known. */
  task?: Task;
  done: number;
  /** The most common wrong answers, missed predictions and named mistakes, with how often; most frequent first. */
  mistakes: { text: string; count: number }[];
  medianTries?: number;
}

export interface Table {
  columns: Column[];
  rows: Row[];
}

/** A quarter of an hour and a day: clocks differ, and so do patience and luck. */
const CLOCKS = 86_400;
const ENOUGH = 5;
const LONG_CODE = 120;
const COMMON = 3;

/** One row a student, one column a task. `now`: seconds since 1970. */
export function toTable(pile: Pile, id: string, assignment: Assignment | undefined, now: number): Table {
  const found = pile.receipts.filter(({ receipt }) => receipt.assignment === id);
  const keys = assignment?.tasks.map(keyOf) ?? [
    ...new Set(found.flatMap(({ receipt }) => Object.keys(receipt.results))),
  ];
  const newest = newestOfEach(found);
  const rows = newest.map(({ found: one, older }) => toRow(one, older, keys, assignment, now));
  addFlags(rows, assignment);
  const shorts = pile.shorts.filter((short) => short.assignment === id);
  rows.push(...shorts.map(toShortRow));
  rows.sort((a, b) => a.name.localeCompare(b.name));
  return { columns: keys.map((key, i) => toColumn(key, assignment?.tasks[i], rows, i)), rows };
}

function newestOfEach(found: readonly FoundReceipt[]): { found: FoundReceipt; older: number }[] {
  const students = new Map<string, FoundReceipt[]>();
  for (const one of found) {
    const student =
      one.receipt.name?.trim().toLowerCase().replace(/\s+/g, " ") || `\0${one.from}\0${one.code}`;
    students.set(student, [...(students.get(student) ?? []), one]);
  }
  return [...students.values()].map((theirs) => {
    const newest = theirs.reduce((a, b) => (b.receipt.made > a.receipt.made ? b : a));
    return { found: newest, older: theirs.length - 1 };
  });
}

function toRow(
  found: FoundReceipt,
  older: number,
  keys: readonly string[],
  assignment: Assignment | undefined,
  now: number,
): Row {
  const { receipt, from, code, sealed } = found;
  const results = assignment ? judgeAgain(assignment, receipt) : receipt.results;
  const flags: Flag[] = [];
  if (!sealed) flags.push("edited");
  if (assignment && receipt.digest !== digestOf(assignment)) flags.push("version");
  if (assignment?.due && receipt.made > assignment.due.at) flags.push("late");
  if (receipt.made > now + CLOCKS) flags.push("future");
  if (receipt.started > receipt.made || (assignment && receipt.started < assignment.made - CLOCKS))
    flags.push("early");
  if (
    assignment?.lessons.some(
      ({ slug, hash }) => receipt.lessons[slug] !== undefined && receipt.lessons[slug] !== hash,
    )
  )
    flags.push("lesson");
  return {
    key: code,
    name: receipt.name ?? "",
    from,
    receipt: found,
    cells: keys.map((key, i) => ({
      state: stateOf(assignment?.tasks[i], key, results[key]),
      entry: results[key],
    })),
    points: assignment ? countPoints(assignment, results) : 0,
    flags,
    older,
  };
}

/** Answers are judged here, by the instructor's own copy of the question; what the receipt claims is not asked. */
function judgeAgain({ tasks }: Assignment, { results }: Receipt): Record<string, Entry> {
  const judged = { ...results };
  for (const task of tasks) {
    const entry = results[keyOf(task)];
    if (task.kind !== "question" || !entry) continue;
    const { right: _, ...rest } = entry;
    const right = judge(task.question, entry.text ?? "");
    judged[keyOf(task)] = right === undefined ? rest : { ...rest, right };
  }
  return judged;
}

function stateOf(task: Task | undefined, key: string, entry: Entry | undefined): TaskState {
  if (!entry) return "open";
  const exercise = key.includes("/exercise/");
  if (entry.right === false && !exercise) return "wrong";
  const done = task ? isDone(task, entry) : !exercise || entry.right === true;
  return done ? "done" : "tried";
}

function toShortRow({ name, from, code, states }: FoundShort): Row {
  const points = states.filter((state) => state === "done").length;
  return {
    key: `${name} ${code}`,
    name,
    from,
    cells: states.map((state) => ({ state })),
    points,
    flags: ["short"],
    older: 0,
  };
}

/** What only a comparison of all can show. */
function addFlags(rows: Row[], assignment: Assignment | undefined): void {
  const times = rows.map(({ receipt }) => timeOf(receipt));
  const median = medianOf(times.filter((time) => time > 0));
  for (const [i, row] of rows.entries())
    if (median !== undefined && times.length >= ENOUGH && times[i] >= 0 && times[i] < median / 4)
      row.flags.push("fast");
  const exercises = (assignment?.tasks ?? [])
    .map((task, i) => (task.kind === "exercise" ? i : -1))
    .filter((i) => i >= 0);
  for (const at of exercises) {
    const groups = groupBy(rows, ({ cells }) => plainCode(cells[at].entry?.code));
    for (const [code, group] of groups)
      if (code.length >= LONG_CODE && group.length > 1)
        for (const { flags } of group) if (!flags.includes("same-code")) flags.push("same-code");
  }
}

function timeOf(found: FoundReceipt | undefined): number {
  return found ? found.receipt.made - found.receipt.started : -1;
}

/** Code without what differs by habit: white space and comments. */
export function plainCode(code = ""): string {
  return code
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function toColumn(key: string, task: Task | undefined, rows: readonly Row[], i: number): Column {
  const cells = rows.map(({ cells: theirs }) => theirs[i]);
  const wrong = cells.flatMap(({ state, entry }) => {
    if (entry?.mistake && entry.right !== true) return [entry.mistake];
    return state === "wrong" && entry?.text ? [toAnswer(task, entry.text)] : [];
  });
  return {
    key,
    task,
    done: cells.filter(({ state }) => state === "done").length,
    mistakes: [...groupBy(wrong, (text) => text)]
      .map(([text, all]) => ({ text, count: all.length }))
      .sort((a, b) => b.count - a.count)
      .slice(0, COMMON),
    medianTries: medianOf(cells.flatMap(({ entry }) => entry?.tries ?? [])),
  };
}

/** An answer as it reads: of a choice, its words. */
export function toAnswer(task: Task | undefined, text: string): string {
  if (task?.kind !== "question") return text;
  return task.question.kind === "choice" ? (task.question.choices[Number(text)] ?? text) : text.trim();
}

function medianOf(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
