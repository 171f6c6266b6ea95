import { describe, expect, it } from "vitest";
import { findDue, mergePredictions, readPrediction, readPredictions, savePrediction } from "./predictions";

const day = 86_400_000;

function createStore(initial?: string) {
  const items = new Map<string, string>(initial ? [["glassbox.predictions", initial]] : []);
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
}

const hit = { said: "16", right: true, at: 2 };
const miss = { said: "8", right: false, at: 1 };

describe("predictions", () => {
  it("are remembered by id, with the day on which to ask again", async () => {
    const store = createStore();
    expect(await readPrediction("07-ratio", store)).toBeUndefined();
    await savePrediction("07-ratio", miss, store);
    await savePrediction("07-other", hit, store);
    expect(await readPrediction("07-ratio", store)).toEqual({ ...miss, step: 0, due: 1 + day });
    expect(await readPrediction("07-other", store)).toEqual({ ...hit, step: 1, due: 2 + 3 * day });
  });

  it("made again before their time keep the new words and the old wait", async () => {
    const store = createStore();
    await savePrediction("07-ratio", miss, store);
    const again = await savePrediction("07-ratio", hit, store);
    expect(again).toEqual({ ...hit, step: 0, due: 1 + day });
    expect(await readPrediction("07-ratio", store)).toEqual(again);
  });

  it("that are due are listed, the longest overdue first", async () => {
    const store = createStore();
    await savePrediction("hit", hit, store);
    await savePrediction("late", { ...miss, at: 9 }, store);
    await savePrediction("early", { ...miss, at: 3 }, store);
    const all = await readPredictions(store);
    expect(findDue(all, day)).toEqual([]);
    expect(findDue(all, 9 + day)).toEqual(["early", "late"]);
    expect(findDue(all, 9 * day)).toEqual(["early", "late", "hit"]);
  });

  it("from a copy are taken over, except where there is a later guess", async () => {
    const store = createStore();
    await savePrediction("both", { ...hit, at: 5 }, store);
    await mergePredictions({ both: miss, only: miss, broken: { said: 3 } }, store);
    const all = await readPredictions(store);
    expect([all.both.at, all.only.said, all.broken]).toEqual([5, "8", undefined]);
  });

  it("from before there were reviews begin their wait with the guess", async () => {
    const store = createStore(JSON.stringify({ old: hit }));
    expect(await readPrediction("old", store)).toEqual({ ...hit, step: 1, due: 2 + 3 * day });
  });

  it.each(["", "not json", "[]", "null", '{"07-ratio":{"said":7}}'])(
    "survive a store that holds %j",
    async (content) => {
      const store = createStore(content);
      expect(await readPredictions(store)).toEqual({});
      await savePrediction("07-ratio", hit, store);
      expect(await readPrediction("07-ratio", store)).toMatchObject(hit);
    },
  );

  it("keep the readable entries when one is damaged", async () => {
    const store = createStore(JSON.stringify({ good: hit, bad: { said: 7 } }));
    expect(Object.keys(await readPredictions(store))).toEqual(["good"]);
  });

  it("are good for this visit where storage is missing, refuses or is full", async () => {
    const refuse = () => {
      throw new DOMException("no", "SecurityError");
    };
    const store = { getItem: refuse, setItem: refuse };
    expect(await readPrediction("07-ratio", store)).toBeUndefined();
    expect(await savePrediction("07-ratio", hit, store)).toMatchObject(hit);
    expect(await savePrediction("07-ratio", hit, undefined)).toMatchObject(hit);
  });
});
