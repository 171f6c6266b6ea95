import { type DBSchema, openDB } from "idb";

/** A trained adapter as it is kept in this browser: its file, and what the page says about it. */
export interface KeptRun {
  /** When it began, milliseconds since 1970; also its key. */
  id: number;
  /** A safetensors file. */
  file: Uint8Array<ArrayBuffer>;
  /** JSON of the run, without the adapter. */
  facts: string;
}

interface Tables extends DBSchema {
  runs: { key: number; value: KeptRun };
}

/** Runs kept; the oldest makes room. */
export const mostKept = 6;

const open = () =>
  openDB<Tables>("glassbox-lora", 1, {
    upgrade: (database) => void database.createObjectStore("runs", { keyPath: "id" }),
    blocking: (_from, _to, event) => (event.target as IDBDatabase).close(),
  });

/** Each rejects where the browser keeps nothing. */
export async function keepRun(run: KeptRun): Promise<void> {
  const database = await open();
  try {
    await database.put("runs", run);
    const keys = await database.getAllKeys("runs");
    for (const key of keys.slice(0, Math.max(0, keys.length - mostKept))) await database.delete("runs", key);
  } finally {
    database.close();
  }
}

export async function keptRuns(): Promise<KeptRun[]> {
  const database = await open();
  try {
    return await database.getAll("runs");
  } finally {
    database.close();
  }
}

export async function dropRun(id: number): Promise<void> {
  const database = await open();
  try {
    await database.delete("runs", id);
  } finally {
    database.close();
  }
}
