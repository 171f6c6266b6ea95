/**
 * What the reader predicted before seeing a result, and when to ask again: a view of the records of progress.
 * Where nothing can be kept, a guess is good for this visit, and nothing breaks.
 */

import { reviewOf } from "./due";
import { keep, readAll } from "./keeper";
import type { Answer, RecordOf } from "./record";
import type { Review } from "./review";

/** One guess. */
export interface Guess {
  /** What the reader said, as it reads: "16 times", "It falls" or "a, then c, then b". */
  said: string;
  right: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

/** The last guess and the wait that all of them have led to. */
export interface Prediction extends Guess, Review {}

/** The last guess at a question; nothing if there was none whose words are known. */
export async function readPrediction(id: string): Promise<Prediction | undefined> {
  return toPrediction(await readAnswers(id));
}

/** Keeps a guess beside those before it. */
export async function savePrediction(id: string, { said, right, at }: Guess): Promise<Prediction> {
  const answer = { at, right, said: said.slice(0, longestSaid) };
  const before = await readAnswers(id);
  await keep({ kind: "prediction", id, answers: [answer] });
  return { said, right, at, ...reviewOf([...before, answer])! };
}

/** Characters of a guess that a record holds. */
const longestSaid = 500;

async function readAnswers(id: string): Promise<Answer[]> {
  moving ??= moveOld();
  await moving;
  const records = await readAll();
  return records.flatMap((record) =>
    record.kind === "prediction" && record.id === id ? record.answers : [],
  );
}

function toPrediction(answers: readonly Answer[]): Prediction | undefined {
  const last = answers.at(-1);
  const review = reviewOf(answers);
  if (last?.said === undefined || !review) return undefined;
  return { said: last.said, right: last.right, at: last.at, ...review };
}

const oldKey = "glassbox.predictions";
let moving: Promise<void> | undefined;

/** Guesses of earlier versions of the page lay in `localStorage`; they leave it once they are kept as records. */
async function moveOld(): Promise<void> {
  try {
    const text = localStorage.getItem(oldKey);
    if (text === null) return;
    const records = Object.entries(JSON.parse(text) ?? {}).flatMap(([id, old]) => toRecord(id, old));
    if (records.length === 0 || (await keep(...records))) localStorage.removeItem(oldKey);
  } catch {
    // Merely naming `localStorage` throws where cookies are blocked; what cannot be read is nobody's guess.
  }
}

function toRecord(id: string, old: unknown): RecordOf<"prediction">[] {
  const { said, right, at } = (old ?? {}) as Partial<Guess>;
  if (typeof said !== "string" || typeof right !== "boolean" || typeof at !== "number") return [];
  return Number.isSafeInteger(at) ? [{ kind: "prediction", id, answers: [{ at, right, said }] }] : [];
}
