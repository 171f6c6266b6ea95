import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { type Draft, isDraft } from "./draft";
import type { Shelf } from "./shelf";

export const databaseName = "glassbox-notebook";

interface Tables extends DBSchema {
  drafts: { key: [page: string, cell: string]; value: Draft; indexes: { page: string } };
}

type Upgrade = (database: IDBPDatabase<Tables>) => void;

/** The n-th brings version n to n + 1. Add at the end; never change one that readers' browsers have been through. */
export const upgrades: readonly Upgrade[] = [
  (database) => {
    const drafts = database.createObjectStore("drafts", { keyPath: ["page", "cell"] });
    drafts.createIndex("page", "page");
  },
];

/** Why nothing is kept: storage is switched off, or another tab runs a newer version of the site. */
export class ShelfError extends Error {
  override readonly name = "ShelfError";
  constructor(
    readonly reason: "off" | "newer",
    options?: ErrorOptions,
  ) {
    super(reason === "off" ? "The browser's storage cannot be used." : "A newer version is open.", options);
  }
}

/** Opens the database, or rejects with a `ShelfError`: it never waits for other tabs. */
export function openDatabase(steps = upgrades): Promise<Shelf> {
  return new Promise((resolve, reject) => {
    openDB<Tables>(databaseName, steps.length, {
      upgrade(database, from) {
        for (const step of steps.slice(from)) step(database);
      },
      // An older page in another tab does not let go.
      blocked: () => reject(new ShelfError("newer")),
      // A newer page in another tab wants to upgrade: let it.
      blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
    }).then(
      (database) => resolve(toShelf(database)),
      (error) => reject(new ShelfError(isNewer(error) ? "newer" : "off", { cause: error })),
    );
  });
}

function isNewer(error: unknown): boolean {
  return error instanceof DOMException && error.name === "VersionError";
}

function toShelf(database: IDBPDatabase<Tables>): Shelf {
  return {
    all: async (page) => (await database.getAllFromIndex("drafts", "page", page)).filter(isDraft),
    async update(page, cell, change) {
      const transaction = database.transaction("drafts", "readwrite");
      const stored: unknown = await transaction.store.get([page, cell]);
      const next = change(isDraft(stored) ? stored : undefined);
      await (next ? transaction.store.put(next) : transaction.store.delete([page, cell]));
      await transaction.done;
      return next;
    },
  };
}
