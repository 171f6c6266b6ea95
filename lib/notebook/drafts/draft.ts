/** A reader's own version of a cell, or a cell of their own. Checked by hand: zod is not loaded with the page. */
export interface Draft {
  /** Path of the page, without its last slash. */
  page: string;
  /** Id of the cell on the page. */
  cell: string;
  code: string;
  /** The author's source that the reader began to change; the page notices when it has changed since. */
  base: string;
  /** A cell that the reader added: the id of the cell it stands below. */
  after?: string;
  /** When it was written, in milliseconds since 1970; always later than the version it replaced. */
  version: number;
  /** What other tabs wrote and this version was written without having seen; the reader chooses. */
  others: string[];
}

export type DraftText = Pick<Draft, "page" | "cell" | "code" | "base" | "after">;

/** Versions of other tabs that are kept until the reader has chosen. */
const othersKept = 5;

/**
 * What to store when a tab writes `text`, having last seen version `seen` (0: none) of what is stored: two tabs
 * may know different versions, and what the later writer has not seen is put aside, never overwritten.
 */
export function writeOver(stored: Draft | undefined, text: DraftText, seen: number, now: number): Draft {
  const unseen = stored && stored.version !== seen && stored.code !== text.code ? [stored.code] : [];
  const others = [...new Set([...unseen, ...(stored?.others ?? [])])].filter((code) => code !== text.code);
  return {
    ...text,
    version: Math.max(now, (stored?.version ?? 0) + 1),
    others: others.slice(0, othersKept),
  };
}

/** What to store when a tab throws its version away: nothing, unless another tab has written a newer one. */
export function throwAway(stored: Draft | undefined, seen: number): Draft | undefined {
  return stored && stored.version !== seen ? stored : undefined;
}

/** The page's address as a key: with or without its last slash. */
export function toPageKey(path: string): string {
  return path.replace(/\/+$/, "");
}

/** Whether something that lay in the reader's storage, perhaps for years, is a draft. */
export function isDraft(value: unknown): value is Draft {
  const { page, cell, code, base, after, version, others } = (value ?? {}) as Partial<Draft>;
  return (
    [page, cell, code, base].every((text) => typeof text === "string") &&
    (after === undefined || typeof after === "string") &&
    Number.isFinite(version) &&
    Array.isArray(others) &&
    others.every((other) => typeof other === "string")
  );
}
