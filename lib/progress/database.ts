import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from "idb";
import type { ProgressRecord } from "./record";

export const databaseName = "glassbox-progress";

export interface Tables extends DBSchema {
  records: { key: string; value: ProgressRecord };
}

export type ProgressDatabase = IDBPDatabase<Tables>;

type Upgrade = (
  database: ProgressDatabase,
  transaction: IDBPTransaction<Tables, StoreNames<Tables>[], "versionchange">,
) => void | Promise<void>;

/**
 * The n-th brings version n to n + 1. Add at the end; never change one that readers' browsers have been through,
 * and put what the version before has written into `versions/`, from where a test upgrades it.
 */
export const upgrades: readonly Upgrade[] = [
  // Every record under what `keyOf` calls it.
  (database) => void database.createObjectStore("records"),
];

/** Why nothing is kept. */
export type Obstacle =
  /** Storage is switched off, or broken. */
  | "off"
  /** There is no room. */
  | "full"
  /** A newer version of the site has been open in this browser, or an older one will not let go. */
  | "version";

export class ProgressError extends Error {
  override readonly name = "ProgressError";
  constructor(
    readonly obstacle: Obstacle,
    options?: ErrorOptions,
  ) {
    super(`Progress is not kept: ${obstacle}.`, options);
  }
}

/** Opens the database, or rejects with a `ProgressError`; it never waits for other tabs. */
export async function openDatabase(steps = upgrades): Promise<ProgressDatabase> {
  try {
    return await new Promise((resolve, reject) => {
      openDB<Tables>(databaseName, steps.length, {
        async upgrade(database, from, _to, transaction) {
          for (const step of steps.slice(from)) await step(database, transaction);
        },
        blocked: () => reject(new ProgressError("version")),
        // A newer page in another tab wants to upgrade: let it.
        blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
      }).then(resolve, reject);
    });
  } catch (error) {
    throw toProgressError(error);
  }
}

export function toProgressError(error: unknown): ProgressError {
  if (error instanceof ProgressError) return error;
  const name = error instanceof DOMException ? error.name : "";
  // "InvalidStateError": we have let go of the database, for a newer page.
  if (name === "VersionError" || name === "InvalidStateError")
    return new ProgressError("version", { cause: error });
  return new ProgressError(name === "QuotaExceededError" ? "full" : "off", { cause: error });
}
