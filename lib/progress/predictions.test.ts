import { describe, expect, it } from "vitest";
import { findMisses, forgetPrediction, readPrediction, savePrediction } from "./predictions";

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
  it("are remembered by id and can be forgotten", () => {
    const store = createStore();
    expect(readPrediction("07-ratio", store)).toBeUndefined();
    expect(savePrediction("07-ratio", miss, store)).toBe(true);
    savePrediction("07-other", hit, store);
    expect(readPrediction("07-ratio", store)).toEqual(miss);
    forgetPrediction("07-ratio", store);
    expect(readPrediction("07-ratio", store)).toBeUndefined();
    expect(readPrediction("07-other", store)).toEqual(hit);
  });

  it("that missed are listed, oldest first", () => {
    const store = createStore();
    savePrediction("late", { ...miss, at: 9 }, store);
    savePrediction("hit", hit, store);
    savePrediction("early", { ...miss, at: 3 }, store);
    expect(findMisses(store)).toEqual(["early", "late"]);
  });

  it.each(["", "not json", "[]", "null", '{"07-ratio":{"said":7}}'])(
    "survive a store that holds %j",
    (content) => {
      const store = createStore(content);
      expect(readPrediction("07-ratio", store)).toBeUndefined();
      expect(findMisses(store)).toEqual([]);
      expect(savePrediction("07-ratio", hit, store)).toBe(true);
      expect(readPrediction("07-ratio", store)).toEqual(hit);
    },
  );

  it("keep the readable entries when one is damaged", () => {
    const store = createStore(JSON.stringify({ good: hit, bad: { said: 7 } }));
    expect(readPrediction("good", store)).toEqual(hit);
    expect(readPrediction("bad", store)).toBeUndefined();
  });

  it("are not kept, and nothing breaks, where storage is missing, refuses or is full", () => {
    const refuse = () => {
      throw new DOMException("no", "SecurityError");
    };
    const store = { getItem: refuse, setItem: refuse };
    expect(readPrediction("07-ratio", store)).toBeUndefined();
    expect(savePrediction("07-ratio", hit, store)).toBe(false);
    expect(forgetPrediction("07-ratio", store)).toBe(false);
    expect(savePrediction("07-ratio", hit, undefined)).toBe(false);
  });
});
