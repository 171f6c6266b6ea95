/**
 * What a reader just did, told to whoever keeps a record of it. The parts of a page announce; they do not know
 * who listens, and nothing breaks when nobody does.
 */

export type Happening =
  /**
   * A check of an exercise came to a verdict. `id`: the exercise's folder; `code`: what was checked; `mistake`: id
   * of the planted mistake that behaves like it.
   */
  | { kind: "exercise"; lesson: string; id: string; passed: boolean; code?: string; mistake?: string }
  /** A guess was made, also one made again. `id`: the prediction's; `said`: as it reads. */
  | { kind: "prediction"; lesson: string; id: string; right: boolean; said?: string }
  /** A cell ran to its end. `id`: the cell's. */
  | { kind: "cell-run"; lesson: string; id: string; failed: boolean };

type Hear = (happening: Happening) => void;

const listeners = new Set<Hear>();

/** Calls `hear` for everything announced until the signal is aborted. */
export function onHappening(signal: AbortSignal, hear: Hear): void {
  if (signal.aborted) return;
  listeners.add(hear);
  signal.addEventListener("abort", () => listeners.delete(hear), { once: true });
}

/** A listener that fails keeps neither the reader nor the other listeners from going on. */
export function announce(happening: Happening): void {
  for (const hear of listeners) {
    try {
      hear(happening);
    } catch (error) {
      console.error("What the reader did could not be recorded.", error);
    }
  }
}

/** The lesson an address belongs to: `/en/learn/temperature/` → `temperature`. */
export function lessonAt(pathname: string): string {
  return /\/learn\/([^/]+)/.exec(pathname)?.[1] ?? "";
}
