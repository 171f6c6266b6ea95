import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { openDB } from "idb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { databaseName, openDatabase, upgrades } from "./database";
import { type DraftText, toPageKey } from "./draft";
import { memoryShelf, type Shelf } from "./shelf";
import { createDraftStore, type DraftStoreParts } from "./store";
import { createDraftWriter } from "./writer";

const page = "/en/learn/temperature";
const mine: DraftText = { page, cell: "softmax", code: "1", base: "0" };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** One tab; by default with nothing left from older versions. */
function openTab(parts: DraftStoreParts = {}) {
  return createDraftStore({ storage: () => undefined, ...parts });
}

function storageWith(entries: Record<string, string>): Storage {
  const items = new Map(Object.entries(entries));
  return {
    get length() {
      return items.size;
    },
    key: (i: number) => [...items.keys()][i] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as Storage;
}

describe("drafts", () => {
  it("come back in a later visit as they were saved, until removed", async () => {
    const { version } = await openTab().save(mine, 0);
    const later = openTab();
    expect(await later.all(page)).toEqual([{ ...mine, version, others: [] }]);
    expect(later.unkept).toBeUndefined();
    await later.remove(page, "softmax", version);
    expect(await openTab().all(page)).toEqual([]);
  });

  it("belong to one page, with or without its last slash", async () => {
    await openTab().save(mine, 0);
    expect(await openTab().all("/zh/learn/temperature")).toEqual([]);
    expect(await openTab().all(toPageKey(`${page}/`))).toHaveLength(1);
  });

  it("of the reader's own cells remember where they stand", async () => {
    await openTab().save({ ...mine, cell: "own-1", after: "softmax" }, 0);
    expect(await openTab().all(page)).toMatchObject([{ cell: "own-1", after: "softmax" }]);
  });

  it("that are damaged in the database are passed over", async () => {
    await openTab().save(mine, 0);
    const database = await openDB(databaseName);
    await database.put("drafts", { page, cell: "broken", code: 7 });
    database.close();
    expect(await openTab().all(page)).toHaveLength(1);
  });
});

describe("two tabs", () => {
  it("are not what one tab's quick edits are taken for", async () => {
    const writer = createDraftWriter(openTab(), page, "softmax");
    const writes = ["1", "12", "123"].map((code) => writer.save({ code, base: "0" }));
    expect((await Promise.all(writes)).map(({ others }) => others)).toEqual([[], [], []]);
    expect(await writer.remove()).toBeUndefined();
    expect(await openTab().all(page)).toEqual([]);
  });

  it("follow each other: the later edit wins when it was made knowing the earlier one", async () => {
    const [one, two] = [openTab(), openTab()];
    const first = await one.save(mine, 0);
    const second = await two.save({ ...mine, code: "2" }, first.version);
    expect(second).toMatchObject({ code: "2", others: [] });
  });

  it("keep both versions when they wrote without knowing of each other, until the reader chooses", async () => {
    const [one, two] = [openTab(), openTab()];
    await one.save(mine, 0);
    const both = await two.save({ ...mine, code: "2" }, 0);
    expect(both).toMatchObject({ code: "2", others: ["1"] });
    expect(await two.save({ ...mine, code: "22" }, both.version)).toMatchObject({ others: ["1"] });
    const [{ version }] = await one.all(page);
    await one.save({ ...mine, code: "1" }, version, []);
    expect(await two.all(page)).toMatchObject([{ code: "1", others: [] }]);
  });

  it("never lose what either wrote, however their writes fall", async () => {
    const write = fc.record({ tab: fc.nat(1), looks: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 8 }), async (writes) => {
        globalThis.indexedDB = new IDBFactory();
        const tabs = [openTab(), openTab()];
        const seen = [0, 0];
        // Texts that a tab has not built upon by writing over them knowingly.
        let loose = new Set<string>();
        for (const [i, { tab, looks }] of writes.entries()) {
          const before = (await tabs[tab].all(page))[0];
          if (looks) seen[tab] = before?.version ?? 0;
          if (before?.version === seen[tab]) loose.delete(before.code);
          const code = `edit ${i}`;
          const stored = await tabs[tab].save({ ...mine, code }, seen[tab]);
          seen[tab] = stored.version;
          expect([stored.code, ...stored.others]).toEqual(expect.arrayContaining([...loose].slice(-5)));
          loose = new Set([...loose, code]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("do not throw away what another has written since", async () => {
    const [one, two] = [openTab(), openTab()];
    const first = await one.save(mine, 0);
    const second = await two.save({ ...mine, code: "2" }, first.version);
    expect(await one.remove(page, "softmax", first.version)).toEqual(second);
    expect(await one.all(page)).toHaveLength(1);
  });

  it("tell each other of which page something has changed", async () => {
    const [one, two] = [openTab(), openTab()];
    const closing = new AbortController();
    const hear = vi.fn();
    two.watch(closing.signal, hear);
    await one.save(mine, 0);
    await vi.waitFor(() => expect(hear.mock.calls).toEqual([[page]]));
    closing.abort();
    await one.save({ ...mine, code: "3" }, 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(hear).toHaveBeenCalledTimes(1);
  });
});

describe("where nothing can be kept, drafts last until the page is closed, and the reason is known:", () => {
  it("storage is turned off", async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException("denied", "SecurityError");
      },
    } as unknown as IDBFactory;
    const tab = openTab();
    const { version } = await tab.save(mine, 0);
    expect(tab.unkept).toBe("off");
    expect(await tab.all(page)).toEqual([{ ...mine, version, others: [] }]);
    await tab.remove(page, "softmax", version);
    expect(await tab.all(page)).toEqual([]);
  });

  it("there is no room", async () => {
    const shelf: Shelf = {
      ...memoryShelf(),
      update: async () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    const tab = openTab({ open: async () => shelf });
    await tab.save(mine, 0);
    expect(tab.unkept).toBe("full");
    expect(await tab.all(page)).toMatchObject([{ code: "1" }]);
  });

  it("a newer version of the site has been here", async () => {
    (await openDB(databaseName, upgrades.length + 1)).close();
    const tab = openTab();
    await tab.save(mine, 0);
    expect(tab.unkept).toBe("newer");
  });

  it("an older page in another tab does not let the database be upgraded", async () => {
    const stubborn = await openDB(databaseName, upgrades.length);
    const tab = openTab({ open: () => openDatabase([...upgrades, () => {}]) });
    await tab.save(mine, 0);
    expect(tab.unkept).toBe("newer");
    expect(await tab.all(page)).toMatchObject([{ code: "1" }]);
    stubborn.close();
  });

  it("a newer page takes the database over while this one is open", async () => {
    const tab = openTab();
    const { version } = await tab.save(mine, 0);
    (await openDB(databaseName, upgrades.length + 1)).close();
    await tab.save({ ...mine, code: "2" }, version);
    expect(tab.unkept).toBe("newer");
    expect(await tab.all(page)).toMatchObject([{ code: "2" }]);
  });
});

describe("what a page that is closed has no time to save", () => {
  it("is there in the next visit, as the newest version", async () => {
    const storage = storageWith({});
    const tab = openTab({ storage: () => storage });
    const { version } = await tab.save(mine, 0);
    tab.spill({ ...mine, code: "12" }, version);
    tab.spill({ ...mine, cell: "own-1", code: "own", after: "softmax" }, 0);
    const drafts = await openTab({ storage: () => storage }).all(page);
    expect(drafts).toMatchObject([
      { cell: "own-1", code: "own", after: "softmax" },
      { cell: "softmax", code: "12", others: [] },
    ]);
    expect(storage.length).toBe(0);
  });

  it("stands beside what another tab has written since", async () => {
    const storage = storageWith({});
    const tab = openTab({ storage: () => storage });
    await tab.all(page);
    tab.spill({ ...mine, code: "12" }, 0);
    await openTab().save(mine, 0);
    const [draft] = await openTab({ storage: () => storage }).all(page);
    expect(draft).toMatchObject({ code: "12", others: ["1"] });
  });

  it("is forgotten when there was time after all", async () => {
    const storage = storageWith({});
    const tab = openTab({ storage: () => storage });
    tab.spill(mine, 0);
    const { version } = await tab.save(mine, 0);
    expect(storage.length).toBe(0);
    tab.spill({ ...mine, code: "2" }, version);
    await tab.save({ ...mine, code: "2" }, version);
    await tab.save({ ...mine, code: "3" }, version + 1);
    expect(storage.length).toBe(0);
  });
});

describe("an upgrade keeps every draft", () => {
  it.each(upgrades.map((_, i) => i + 1))("from version %i of the database", async (from) => {
    const old = await openDB(databaseName, from, {
      upgrade(database) {
        for (const upgrade of upgrades.slice(0, from)) upgrade(database as never);
      },
    });
    await old.put("drafts", { ...mine, version: 5, others: [] });
    old.close();
    expect(await openTab().all(page)).toMatchObject([mine]);
  });

  it("from the time before the database, once, without overwriting newer work", async () => {
    const key = (cell: string) => `glassbox:draft:${page}#${cell}`;
    const storage = storageWith({
      [key("softmax")]: JSON.stringify({ code: "old", base: "0" }),
      [key("filters")]: JSON.stringify({ code: "old", base: "0" }),
      [key("broken")]: "{",
      [key("wrong")]: '{"code":1,"base":"x"}',
      "glassbox.predictions": "{}",
    });
    await openTab().save(mine, 0);
    const drafts = await openTab({ storage: () => storage }).all(page);
    expect(drafts.map(({ cell, code }) => [cell, code])).toEqual([
      ["filters", "old"],
      ["softmax", "1"],
    ]);
    expect([storage.length, storage.key(0)]).toEqual([1, "glassbox.predictions"]);
  });

  it("also where reading the old storage is forbidden", async () => {
    const tab = openTab({
      storage: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    await tab.save(mine, 0);
    expect(tab.unkept).toBeUndefined();
  });
});
