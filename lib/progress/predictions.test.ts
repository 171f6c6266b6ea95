import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";

const day = 86_400_000;
const hit = { said: "16", right: true, at: 2 };
const miss = { said: "8", right: false, at: 1 };

/** The module as a newly opened page has it. */
async function open() {
  vi.resetModules();
  return { ...(await import("./predictions")), ...(await import("./keeper")) };
}

function useLocalStorage(content?: string) {
  const items = new Map(content === undefined ? [] : [["glassbox.predictions", content]]);
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    removeItem: (key: string) => void items.delete(key),
  });
  return items;
}

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  useLocalStorage();
});

describe("predictions", () => {
  it("are remembered by id, with the time to ask again", async () => {
    const { readPrediction, savePrediction } = await open();
    expect(await readPrediction("07-ratio")).toBeUndefined();
    await savePrediction("07-ratio", miss);
    await savePrediction("07-other", hit);
    const again = await open();
    expect(await again.readPrediction("07-ratio")).toEqual({ ...miss, step: 0, due: 1 + day });
    expect(await again.readPrediction("07-other")).toEqual({ ...hit, step: 1, due: 2 + 3 * day });
  });

  it("made again keep the new words; before their time, also the old wait", async () => {
    const { readPrediction, savePrediction } = await open();
    await savePrediction("07-ratio", miss);
    const early = await savePrediction("07-ratio", hit);
    expect(early).toEqual({ ...hit, step: 0, due: 1 + day });
    expect(await readPrediction("07-ratio")).toEqual(early);
    const late = await savePrediction("07-ratio", { ...hit, at: 2 * day });
    expect(late).toMatchObject({ step: 1, due: 5 * day });
  });

  it("stand among the records of progress, every guess of them", async () => {
    const { readAll, savePrediction } = await open();
    await savePrediction("07-ratio", miss);
    await savePrediction("07-ratio", hit);
    expect(await readAll()).toEqual([{ kind: "prediction", id: "07-ratio", answers: [miss, hit] }]);
  });

  it("of an earlier version of the page move in, and leave what they lay in", async () => {
    const items = useLocalStorage(JSON.stringify({ old: hit, broken: { said: 7 }, none: null }));
    const { readAll, readPrediction } = await open();
    expect(await readPrediction("old")).toMatchObject(hit);
    expect(await readAll()).toHaveLength(1);
    expect(items.size).toBe(0);
  });

  it.each(["", "not json", "[]", "null", '{"07-ratio":{"said":7}}'])(
    "survive an old store that holds %j",
    async (content) => {
      useLocalStorage(content);
      const { readPrediction, savePrediction } = await open();
      expect(await readPrediction("07-ratio")).toBeUndefined();
      await savePrediction("07-ratio", hit);
      expect(await readPrediction("07-ratio")).toMatchObject(hit);
    },
  );

  it("are good for this visit where nothing can be kept", async () => {
    vi.stubGlobal("indexedDB", undefined);
    vi.stubGlobal("localStorage", undefined);
    const { readPrediction, savePrediction } = await open();
    expect(await readPrediction("07-ratio")).toBeUndefined();
    expect(await savePrediction("07-ratio", hit)).toEqual({ ...hit, step: 1, due: 2 + 3 * day });
  });
});
