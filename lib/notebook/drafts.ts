/** A reader's own version of a cell. */
export interface Draft {
  code: string;
  /** The author's source that the reader began to change; the page notices when it has changed since. */
  base: string;
}

/**
 * Where drafts live. Asynchronous, so that a database can take the place of `localStorage`. A store that cannot
 * be used (disabled, full) forgets instead of failing: the cell still works until the page is closed.
 */
export interface DraftStore {
  load(key: string): Promise<Draft | undefined>;
  /** Resolves to whether the draft is safe. */
  save(key: string, draft: Draft): Promise<boolean>;
  remove(key: string): Promise<void>;
}

export function draftKey(page: string, cell: string): string {
  return `glassbox:draft:${page.replace(/\/+$/, "")}#${cell}`;
}

/** `open` may throw: reading `window.localStorage` does where storage is turned off. */
export function localDrafts(open: () => Storage = () => window.localStorage): DraftStore {
  return {
    load: async (key) => attempt(() => parseDraft(open().getItem(key))),
    save: async (key, { code, base }) =>
      attempt(() => {
        open().setItem(key, JSON.stringify({ code, base }));
        return true;
      }) ?? false,
    remove: async (key) => attempt(() => open().removeItem(key)),
  };
}

function parseDraft(stored: string | null): Draft | undefined {
  const value: unknown = JSON.parse(stored ?? "null");
  if (typeof value !== "object" || value === null) return undefined;
  const { code, base } = value as Record<string, unknown>;
  return typeof code === "string" && typeof base === "string" ? { code, base } : undefined;
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
