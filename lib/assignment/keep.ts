import { z } from "@/lib/zod";
import { type Entries, type Entry, entries } from "./work";

/**
 * What a student has done of an assignment, kept in this browser as it happens. Storage may be switched off, full or
 * hold something else: then the page still works until it is closed, and says so.
 */

const work = z.strictObject({
  started: z.number().int().nonnegative(),
  name: z.string().max(200).default(""),
  results: entries.default({}),
});

export type Work = z.infer<typeof work>;

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export interface WorkKeeper {
  /** The same object until something changes. */
  read(): Work;
  /** Whether the last change is safe in this browser. */
  isSafe(): boolean;
  record(key: string, made: Entry | undefined): void;
  rename(name: string): void;
  /** Adds what was done elsewhere, e.g. kept by a learning platform; of two entries the later one stays. */
  adopt(other: { started?: number; name?: string; results: Entries }): void;
  subscribe(listener: () => void): () => void;
}

const prefix = "glassbox.work.";

/** `now`: seconds since 1970. `store`: `null` keeps nothing. */
export function keepWork(
  id: string,
  now: number,
  store: Store | null = findStore("localStorage") ?? null,
): WorkKeeper {
  const key = prefix + id;
  const listeners = new Set<() => void>();
  let current = readStored(store, key) ?? { started: now, name: "", results: {} };
  let safe = true;

  const change = (next: Work) => {
    current = next;
    safe = attempt(() => store?.setItem(key, JSON.stringify(next))) && store !== null;
    for (const listener of listeners) listener();
  };
  /** Another tab may have written meanwhile. */
  const newest = (): Work => {
    const stored = readStored(store, key);
    return stored ? { ...current, results: mergeLater(current.results, stored.results) } : current;
  };
  return {
    read: () => current,
    isSafe: () => safe,
    record(task, made) {
      const { [task]: _, ...others } = newest().results;
      change({ ...current, results: made ? { ...others, [task]: made } : others });
    },
    rename: (name) => change({ ...current, name }),
    adopt({ started, name, results }) {
      change({
        started: Math.min(current.started, started ?? current.started),
        name: current.name || (name ?? ""),
        results: mergeLater(current.results, results),
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function mergeLater(a: Entries, b: Entries): Entries {
  const merged = { ...a };
  for (const [key, its] of Object.entries(b)) if (!merged[key] || merged[key].at < its.at) merged[key] = its;
  return merged;
}

function readStored(store: Store | null, key: string): Work | undefined {
  let found: Work | undefined;
  attempt(() => {
    found = work.safeParse(JSON.parse(store?.getItem(key) ?? "null")).data;
  });
  return found;
}

/** Merely naming a storage throws where cookies are blocked. */
export function findStore(name: "localStorage" | "sessionStorage"): Storage | undefined {
  let found: Storage | undefined;
  attempt(() => {
    found = globalThis[name];
  });
  return found;
}

function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
