import "fake-indexeddb/auto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { IDBFactory } from "fake-indexeddb";
import { type IDBPDatabase, openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { databaseName, openDatabase, ProgressError, upgrades } from "./database";
import type { ProgressRecord } from "./record";
import { openStore, type ProgressStore } from "./store";

const read: ProgressRecord = { kind: "section", lesson: "attention", id: "one", at: 5 };
const ran: ProgressRecord = { kind: "cell", lesson: "attention", id: "softmax", at: 6 };

const opened: (ProgressStore | IDBPDatabase)[] = [];
async function open(): Promise<ProgressStore> {
  const store = await openStore();
  opened.push(store);
  return store;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
});

describe("the store", () => {
  it("keeps what was added, merged, until it is cleared", async () => {
    const store = await open();
    await store.add([read, ran]);
    await store.add([{ ...read, at: 9 }]);
    expect(await (await open()).all()).toEqual([ran, read]);
    await store.clear();
    expect(await store.all()).toEqual([]);
  });

  it("loses nothing when two tabs write at once, and tells the other tab", async () => {
    const [here, there] = [await open(), await open()];
    const told = vi.fn();
    there.onChange(new AbortController().signal, told);
    await Promise.all([here.add([read]), there.add([ran])]);
    expect(await here.all()).toEqual([ran, read]);
    await vi.waitFor(() => expect(told.mock.calls.length).toBeGreaterThan(1));
  });

  it("passes over a damaged record and reads the others", async () => {
    const store = await open();
    await store.add([read]);
    const raw = await openDatabase();
    opened.push(raw as unknown as IDBPDatabase);
    await raw.put("records", { kind: "section", lesson: 7 } as unknown as ProgressRecord, "section/7/x");
    expect(await store.all()).toEqual([read]);
    await store.add([ran]);
    expect(await store.all()).toEqual([ran, read]);
  });

  it("says that storage is off, full, or of another version", async () => {
    const obstacle = (work: Promise<unknown>) =>
      work.then(
        () => "none",
        (error) => (error as ProgressError).obstacle,
      );
    const refused = vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no", "SecurityError");
    });
    expect(await obstacle(openStore())).toBe("off");
    refused.mockRestore();

    opened.push(await openDB(databaseName, upgrades.length + 1));
    expect(await obstacle(openStore())).toBe("version");
    for (const store of opened.splice(0)) store.close();
    globalThis.indexedDB = new IDBFactory();

    const store = await open();
    const full = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    expect(await obstacle(store.add([read]))).toBe("full");
    full.mockRestore();
    expect(await obstacle(store.add([read]))).toBe("none");
  });
});

describe("an older version's database", () => {
  const folder = path.join(process.cwd(), "lib/progress/versions");
  const files = readdirSync(folder);

  it("is on file for every version there has been", () => {
    expect(files.sort()).toEqual(upgrades.map((_, i) => `${i + 1}.json`));
  });

  it.each(files)("%s opens today with all it held", async (file) => {
    const { version, stores } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as {
      version: number;
      stores: Record<string, [key: string, value: ProgressRecord][]>;
    };
    // Built as that version built it, by the steps up to it.
    const old = await openDatabase(upgrades.slice(0, version));
    for (const [name, entries] of Object.entries(stores))
      for (const [key, value] of entries) await old.put(name as "records", value, key);
    old.close();

    const store = await open();
    const kept = await store.all();
    expect(kept.map(({ kind }) => kind).sort()).toEqual([
      "cell",
      "exercise",
      "place",
      "prediction",
      "section",
    ]);
    expect(kept).toContainEqual(
      expect.objectContaining({ kind: "exercise", id: "top-p", at: 1764000002000 }),
    );
  });

  it("gives way when a newer tab upgrades", async () => {
    const older = await open();
    await older.add([read]);
    const newer = await openDatabase([
      ...upgrades,
      (database) => void database.createObjectStore("more" as "records"),
    ]);
    opened.push(newer as unknown as IDBPDatabase);
    expect(await newer.getAll("records")).toEqual([read]);
    await expect(older.add([ran])).rejects.toBeInstanceOf(ProgressError);
  });
});
