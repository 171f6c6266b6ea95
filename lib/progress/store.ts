import { openDatabase, type ProgressDatabase, toProgressError } from "./database";
import { keyOf, merge, mergeAll, type ProgressRecord, progressRecord } from "./record";

/** Progress as this browser keeps it. Every method rejects with a `ProgressError` where nothing can be kept. */
export interface ProgressStore {
  /** All that is kept and readable. */
  all(): Promise<ProgressRecord[]>;
  /** Merges into what is kept, in one transaction. */
  add(records: readonly ProgressRecord[]): Promise<void>;
  clear(): Promise<void>;
  /** Calls back after a change, also one made in another tab, until the signal is aborted. */
  onChange(signal: AbortSignal, changed: () => void): void;
  close(): void;
}

/** Between the tabs of one browser. */
const channelName = "glassbox-progress";

export async function openStore(
  open: () => Promise<ProgressDatabase> = openDatabase,
): Promise<ProgressStore> {
  const database = await open();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel(channelName) : undefined;
  if (tabs) tabs.onmessage = tell;

  const changed = () => {
    tell();
    tabs?.postMessage("changed");
  };

  return {
    all: guarded(async () => {
      const values: unknown[] = await database.getAll("records");
      return mergeAll(values.flatMap(toRecord));
    }),
    add: guarded(async (records: readonly ProgressRecord[]) => {
      const transaction = database.transaction("records", "readwrite");
      const put = mergeAll(records).map(async (record) => {
        const key = keyOf(record);
        const [known] = toRecord(await transaction.store.get(key));
        await transaction.store.put(known ? merge(known, record) : record, key);
      });
      await Promise.all([...put, transaction.done]);
      changed();
    }),
    clear: guarded(async () => {
      await database.clear("records");
      changed();
    }),
    onChange(signal, listener) {
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener), { once: true });
    },
    close() {
      tabs?.close();
      database.close();
    },
  };
}

/** The same work; what it throws is a `ProgressError`. */
function guarded<Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) {
  return async (...given: Given): Promise<Result> => {
    try {
      return await work(...given);
    } catch (error) {
      throw toProgressError(error);
    }
  };
}

/** What lay in a browser for years may be damaged: such a record is passed over, the others count. */
function toRecord(value: unknown): ProgressRecord[] {
  const parsed = progressRecord.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}
