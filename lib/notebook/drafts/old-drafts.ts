import type { Draft } from "./draft";
import type { Shelf } from "./shelf";

/** Drafts lay in `localStorage` before there was a database, under this and `page#cell`. */
const prefix = "glassbox:draft:";

/** Moves what an older version of the site has left. What the shelf has already is newer and stays. */
export async function moveOldDrafts(storage: Storage, shelf: Shelf): Promise<void> {
  const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? "");
  for (const key of keys.filter((name) => name.startsWith(prefix))) {
    const old = readOldDraft(key, storage.getItem(key));
    if (old) await shelf.update(old.page, old.cell, (stored) => stored ?? old);
    storage.removeItem(key);
  }
}

function readOldDraft(key: string, stored: string | null): Draft | undefined {
  const [page, cell, ...rest] = key.slice(prefix.length).split("#");
  const { code, base } = parse(stored);
  if (!cell || rest.length > 0 || typeof code !== "string" || typeof base !== "string") return undefined;
  return { page, cell, code, base, version: 1, others: [] };
}

function parse(stored: string | null): Record<string, unknown> {
  try {
    return (JSON.parse(stored ?? "null") as Record<string, unknown>) ?? {};
  } catch {
    return {};
  }
}
