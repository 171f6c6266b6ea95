import { z } from "@/lib/zod";

/** Milliseconds since 1970. */
const time = z.number().int().nonnegative();
const name = z.string().min(1).max(200);

const answer = z.strictObject({ at: time, right: z.boolean(), said: z.string().max(500).optional() });

/**
 * One thing the reader has done. `lesson` is a slug, `id` what the lesson calls it. Records of the same key are
 * merged, never overwritten: two tabs, or two browsers whose records meet, may each know a part.
 */
export const progressRecord = z.discriminatedUnion("kind", [
  /** Read a section; when for the first time. */
  z.strictObject({ kind: z.literal("section"), lesson: name, id: name, at: time }),
  /** Ran a cell to its end without an error; when for the first time. */
  z.strictObject({ kind: z.literal("cell"), lesson: name, id: name, at: time }),
  /** Passed an exercise; when for the first time. */
  z.strictObject({ kind: z.literal("exercise"), lesson: name, id: name, at: time }),
  /** Guesses at one question, oldest first. Its id is unique in the course. */
  z.strictObject({ kind: z.literal("prediction"), id: name, answers: z.array(answer).min(1) }),
  /** The section of a lesson that was in view last. */
  z.strictObject({ kind: z.literal("place"), lesson: name, id: name, at: time }),
]);

export type ProgressRecord = z.infer<typeof progressRecord>;
export type RecordKind = ProgressRecord["kind"];
export type RecordOf<Kind extends RecordKind> = Extract<ProgressRecord, { kind: Kind }>;
export type Answer = z.infer<typeof answer>;

/** Guesses of one question that are kept; the oldest go first. */
const answersKept = 50;

export function keyOf(record: ProgressRecord): string {
  if (record.kind === "prediction") return `prediction/${record.id}`;
  if (record.kind === "place") return `place/${record.lesson}`;
  return `${record.kind}/${record.lesson}/${record.id}`;
}

/** What two records of the same key say together; the same in either order, and however often. */
export function merge(a: ProgressRecord, b: ProgressRecord): ProgressRecord {
  if (a.kind === "prediction" && b.kind === "prediction")
    return { ...a, answers: mergeAnswers(a.answers, b.answers) };
  const [first, last] = inOrder(a, b);
  return a.kind === "place" ? last : first;
}

/** Earlier first; at the same moment any fixed order will do. */
function inOrder(a: ProgressRecord, b: ProgressRecord): [ProgressRecord, ProgressRecord] {
  const rank = (record: ProgressRecord) => ("at" in record ? record.at : 0);
  return rank(a) < rank(b) || (rank(a) === rank(b) && a.id <= b.id) ? [a, b] : [b, a];
}

function mergeAnswers(a: readonly Answer[], b: readonly Answer[]): Answer[] {
  const text = ({ at, right, said }: Answer) => JSON.stringify([at, right, said ?? null]);
  const all = new Map([...a, ...b].map((answer) => [text(answer), answer]));
  return [...all]
    .sort(([textA, one], [textB, other]) => one.at - other.at || (textA < textB ? -1 : 1))
    .map(([, answer]) => answer)
    .slice(-answersKept);
}

/** Each key once, merged, in the order of the keys. */
export function mergeAll(records: readonly ProgressRecord[]): ProgressRecord[] {
  const byKey = new Map<string, ProgressRecord>();
  for (const record of records) {
    const key = keyOf(record);
    byKey.set(key, merge(byKey.get(key) ?? record, record));
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
}
