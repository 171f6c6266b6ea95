/**
 * What the reader predicted before seeing a result. It stays in this browser. Storage may be switched off,
 * full or hold something else: then nothing is remembered, and nothing breaks.
 */

export interface Prediction {
  /** What the reader said, as it reads: "16" or "It falls". */
  said: string;
  right: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

const key = "glassbox.predictions";

type Store = Pick<Storage, "getItem" | "setItem">;

export function readPrediction(id: string, store = findStore()): Prediction | undefined {
  return readAll(store)[id];
}

/** Returns false if the browser keeps nothing. */
export function savePrediction(id: string, made: Prediction, store = findStore()): boolean {
  return write({ ...readAll(store), [id]: made }, store);
}

export function forgetPrediction(id: string, store = findStore()): boolean {
  const { [id]: _, ...others } = readAll(store);
  return write(others, store);
}

/** Ids of the predictions that missed, oldest first: what is worth another look. */
export function findMisses(store = findStore()): string[] {
  return Object.entries(readAll(store))
    .flatMap(([id, made]) => (!made.right ? [{ id, at: made.at }] : []))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

function readAll(store: Store | undefined): Record<string, Prediction> {
  try {
    const stored: unknown = JSON.parse(store?.getItem(key) ?? "{}");
    return Object.fromEntries(Object.entries(stored ?? {}).filter(([, made]) => isPrediction(made)));
  } catch {
    return {};
  }
}

/** Three fields, checked by hand: no reason to load zod with every page that asks a question. */
function isPrediction(made: unknown): made is Prediction {
  const { said, right, at } = (made ?? {}) as Partial<Prediction>;
  return typeof said === "string" && typeof right === "boolean" && Number.isFinite(at);
}

function write(all: Record<string, Prediction>, store: Store | undefined): boolean {
  try {
    store?.setItem(key, JSON.stringify(all));
    return store !== undefined;
  } catch {
    return false;
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
