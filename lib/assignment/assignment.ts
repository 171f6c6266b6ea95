import { z } from "@/lib/zod";

/**
 * What an instructor hands out: what to do, in which lessons, with which settings. It travels whole in a link, so
 * nothing in it is secret, and nothing in it is trusted: it is checked here before anything is made of it.
 */

/** A slug in an address. */
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
/** What a page calls one of its parts. Headings of any language become anchors. */
const anchor = z.string().regex(/^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,119}$/u);
const line = z.string().max(300);
const seconds = z.number().int().min(0).max(99_999_999_999);

const controlValue = z.union([z.number(), z.string().max(1_000), z.boolean()]);

/** What is decided about a demo; see `lib/controls/rules.ts`. */
const preset = z.strictObject({
  values: z.record(anchor, controlValue).default({}),
  locked: z.array(anchor).max(50).default([]),
  hidden: z.array(anchor).max(50).default([]),
});

export const question = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), ask: z.string().min(1).max(2_000) }),
  z.strictObject({
    kind: z.literal("number"),
    ask: z.string().min(1).max(2_000),
    unit: z.string().max(40).optional(),
    /** Without an answer nothing is judged in the page: the instructor does it. */
    answer: z.number().optional(),
    /** Largest distance from the answer that still counts. */
    tolerance: z.number().nonnegative().default(0),
  }),
  z.strictObject({
    kind: z.literal("choice"),
    ask: z.string().min(1).max(2_000),
    choices: z.array(line.min(1)).min(2).max(12),
    /** Index of the right choice. */
    answer: z.number().int().nonnegative().optional(),
  }),
]);

export const task = z.discriminatedUnion("kind", [
  /** Read a lesson, or one section of it. */
  z.strictObject({ kind: z.literal("read"), lesson: slug, section: anchor.optional() }),
  z.strictObject({ kind: z.literal("demo"), lesson: slug, id: anchor, preset: preset.optional() }),
  z.strictObject({ kind: z.literal("cell"), lesson: slug, id: anchor }),
  z.strictObject({ kind: z.literal("exercise"), lesson: slug, id: anchor }),
  z.strictObject({ kind: z.literal("prediction"), lesson: slug, id: anchor }),
  /** Asked in the panel. `id`: stays when the question is edited or moved. */
  z.strictObject({ kind: z.literal("question"), id: anchor, question }),
]);

export const assignment = z.strictObject({
  kind: z.literal("assignment"),
  /** Stays from edit to edit, so that a learning platform replaces its copy instead of adding another. */
  id: z.string().regex(/^[a-z0-9]{8,20}$/),
  title: line.min(1),
  locale: z.enum(["en", "zh"]),
  /** Seconds since 1970, by the instructor's clock. */
  made: seconds,
  /** The lessons that the tasks are about, as they were then. */
  lessons: z
    .array(z.strictObject({ slug, hash: z.string().max(20), prints: z.string().max(4_000) }))
    .max(40)
    .default([]),
  tasks: z.array(task).min(1).max(60),
  /** Markdown. */
  instructions: z.string().max(20_000).default(""),
  /** Given to, and locked in, every demo that has a control of this name. */
  seed: z.number().int().min(0).max(999_999).optional(),
  /** `at`: seconds since 1970; `zone`: the IANA time zone to show it in. */
  due: z.strictObject({ at: seconds, zone: z.string().min(1).max(60) }).optional(),
});

export type Assignment = z.infer<typeof assignment>;
export type Task = z.infer<typeof task>;
export type TaskKind = Task["kind"];
export type Question = z.infer<typeof question>;
export type QuestionTask = Extract<Task, { kind: "question" }>;
export type DemoTask = Extract<Task, { kind: "demo" }>;

/** Tells the tasks of an assignment apart, and names them in receipts: `temperature/exercise/top-p`. */
export function keyOf(one: Task): string {
  switch (one.kind) {
    case "question":
      return `question/${one.id}`;
    case "read":
      return `${one.lesson}/read/${one.section ?? ""}`;
    default:
      return `${one.lesson}/${one.kind}/${one.id}`;
  }
}

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}
