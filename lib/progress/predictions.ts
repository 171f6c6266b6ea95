/**
 * What the reader predicted before seeing a result, and when to ask again. It stays in this browser. Storage may
 * be switched off, full or hold something else: then nothing is remembered, and nothing breaks. Every call is a
 * promise, so that where it is kept may change.
 */

import { isDue, type Review, scheduleReview } from "./review";

/** One guess. */
export interface Guess {
  /** What the reader said, as it reads: "16 times", "It falls" or "a, c, b". */
  said: string;
  right: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

/** The last guess and the wait that it began. */
export interface Prediction extends Guess, Review {}

const key = "glassbox.predictions";

type Store = Pick<Storage, "getItem" | "setItem">;

export async function readPrediction(id: string, store = findStore()): Promise<Prediction | undefined> {
  return readAll(store)[id];
}

/** By id; for lists of what is due, and for copies of all that a reader has done. */
export async function readPredictions(store = findStore()): Promise<Record<string, Prediction>> {
  return readAll(store);
}

/** Keeps a guess in place of the one before it; returns it with its wait, also if the browser keeps nothing. */
export async function savePrediction(id: string, guess: Guess, store = findStore()): Promise<Prediction> {
  const all = readAll(store);
  const made = { ...scheduleReview(all[id], guess.right, guess.at), ...guess };
  write({ ...all, [id]: made }, store);
  return made;
}

/** Takes over predictions from elsewhere, say a copy; for the same id the later guess stays. */
export async function mergePredictions(others: Record<string, unknown>, store = findStore()): Promise<void> {
  const all = readAll(store);
  for (const [id, other] of Object.entries(toPredictions(others)))
    if (!(all[id]?.at >= other.at)) all[id] = other;
  write(all, store);
}

/** Ids of the predictions to ask again, the longest overdue first. */
export function findDue(all: Record<string, Prediction>, now = Date.now()): string[] {
  return Object.entries(all)
    .filter(([, made]) => isDue(made, now))
    .sort(([, a], [, b]) => (a.due ?? 0) - (b.due ?? 0))
    .map(([id]) => id);
}

function readAll(store: Store | undefined): Record<string, Prediction> {
  try {
    return toPredictions(JSON.parse(store?.getItem(key) ?? "{}"));
  } catch {
    return {};
  }
}

/** Only what is readable, by hand: no reason to load zod with every page that asks a question. */
function toPredictions(stored: unknown): Record<string, Prediction> {
  return Object.fromEntries(
    Object.entries(stored ?? {}).flatMap(([id, made]) => {
      const prediction = toPrediction(made);
      return prediction ? [[id, prediction]] : [];
    }),
  );
}

/** Guesses from before there were reviews begin their wait now. */
function toPrediction(stored: unknown): Prediction | undefined {
  const { said, right, at, step, due } = (stored ?? {}) as Partial<Prediction>;
  if (typeof said !== "string" || typeof right !== "boolean" || !isTime(at)) return undefined;
  const review = isTime(step) ? { step, due: isTime(due) ? due : undefined } : undefined;
  return { said, right, at, ...(review ?? scheduleReview(undefined, right, at)) };
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function write(all: Record<string, Prediction>, store: Store | undefined): void {
  try {
    store?.setItem(key, JSON.stringify(all));
  } catch {
    // Full or forbidden: the guess is good for this visit.
  }
}

/** Merely naming `localStorage` throws where cookies are blocked. */
function findStore(): Store | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
