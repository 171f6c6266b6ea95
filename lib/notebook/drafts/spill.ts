import { type Draft, type DraftText, writeOver } from "./draft";
import type { Shelf } from "./shelf";

/**
 * Drafts in `localStorage`, which is written at once: what a page that is being closed can no longer bring to the
 * database, and what versions of the site before the database have left. The next visit moves both there.
 */
const prefix = "glassbox:draft:";

interface Spilled {
  text: DraftText;
  /** The version that the writer had last seen; older versions of the site did not say. */
  seen?: number;
}

export function spill(storage: Storage, text: DraftText, seen: number): void {
  const { page, cell, code, base, after } = text;
  storage.setItem(keyOf(page, cell), JSON.stringify({ code, base, after, seen }));
}

export function mopUp(storage: Storage, page: string, cell: string): void {
  storage.removeItem(keyOf(page, cell));
}

/** Moves all there is to the shelf. What is there already is not lost. */
export async function moveSpilled(storage: Storage, shelf: Shelf, now: number): Promise<void> {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "");
  for (const key of keys.filter((name) => name.startsWith(prefix))) {
    const spilled = readSpilled(key, storage.getItem(key));
    if (spilled)
      await shelf.update(spilled.text.page, spilled.text.cell, (stored) => merge(stored, spilled, now));
    storage.removeItem(key);
  }
}

function merge(stored: Draft | undefined, { text, seen }: Spilled, now: number): Draft {
  if (stored && (seen === undefined || stored.code === text.code)) return stored;
  return writeOver(stored, text, seen ?? 0, now);
}

function keyOf(page: string, cell: string): string {
  return `${prefix}${page}#${cell}`;
}

function readSpilled(key: string, stored: string | null): Spilled | undefined {
  const at = key.lastIndexOf("#");
  const { code, base, after, seen } = parse(stored);
  if (at < 0 || typeof code !== "string" || typeof base !== "string") return undefined;
  const text = { page: key.slice(prefix.length, at), cell: key.slice(at + 1), code, base };
  return {
    text: typeof after === "string" ? { ...text, after } : text,
    seen: typeof seen === "number" ? seen : undefined,
  };
}

function parse(stored: string | null): Record<string, unknown> {
  try {
    return (JSON.parse(stored ?? "null") as Record<string, unknown>) ?? {};
  } catch {
    return {};
  }
}
