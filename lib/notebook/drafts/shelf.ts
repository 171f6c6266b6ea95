import type { Draft } from "./draft";

/** A place for drafts: the browser's database, or the page's memory. Every method may reject. */
export interface Shelf {
  /** All drafts of a page. */
  all(page: string): Promise<Draft[]>;
  /** Puts what `change` makes of the stored draft in its place (nothing: removes it), in one transaction. */
  update(
    page: string,
    cell: string,
    change: (stored?: Draft) => Draft | undefined,
  ): Promise<Draft | undefined>;
}

/** Lasts until the page is closed. */
export function memoryShelf(): Shelf {
  const drafts = new Map<string, Draft>();
  return {
    all: async (page) => [...drafts.values()].filter((draft) => draft.page === page),
    async update(page, cell, change) {
      const key = `${page}#${cell}`;
      const next = change(drafts.get(key));
      if (next) drafts.set(key, next);
      else drafts.delete(key);
      return next;
    },
  };
}
