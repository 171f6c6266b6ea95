import { describe, expect, it, vi } from "vitest";
import { keepWork, mergeLater } from "./keep";
import { toEntry } from "./record";
import type { Entry } from "./work";

function memory() {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
}

describe("a student's work", () => {
  it("is there again after a reload", () => {
    const store = memory();
    const first = keepWork("abcdefgh", 10, store);
    first.record("question/q", { at: 11, text: "because" });
    first.rename("Ada");
    const second = keepWork("abcdefgh", 99, store);
    expect(second.read()).toEqual({
      started: 10,
      name: "Ada",
      results: { "question/q": { at: 11, text: "because" } },
    });
    expect(keepWork("other123", 99, store).read().results).toEqual({});
  });

  it("in two tabs ends up together", () => {
    const store = memory();
    const [one, two] = [keepWork("abcdefgh", 1, store), keepWork("abcdefgh", 1, store)];
    one.record("a", { at: 2 });
    two.record("b", { at: 3 });
    expect(keepWork("abcdefgh", 9, store).read().results).toEqual({ a: { at: 2 }, b: { at: 3 } });
  });

  it("is told to those who listen, and can be taken back", () => {
    const keeper = keepWork("abcdefgh", 1, memory());
    const heard = vi.fn();
    const stop = keeper.subscribe(heard);
    keeper.record("a", { at: 2 });
    keeper.record("a", undefined);
    expect(keeper.read().results).toEqual({});
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
  });

  it("goes on, and says that it is not safe, where storage is off or full", () => {
    const full = {
      ...memory(),
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    for (const store of [null, full]) {
      const keeper = keepWork("abcdefgh", 1, store);
      expect(keeper.isSafe()).toBe(true);
      keeper.record("a", { at: 2 });
      expect(keeper.read().results).toEqual({ a: { at: 2 } });
      expect(keeper.isSafe()).toBe(false);
    }
  });

  it("that something else has overwritten starts anew instead of failing", () => {
    const store = memory();
    store.setItem("glassbox.work.abcdefgh", '{"results": 5}');
    expect(keepWork("abcdefgh", 7, store).read()).toEqual({ started: 7, name: "", results: {} });
  });

  it("keeps the later of two entries", () => {
    expect(mergeLater({ a: { at: 1 }, b: { at: 9 } }, { a: { at: 2 }, b: { at: 3 }, c: { at: 4 } })).toEqual({
      a: { at: 2 },
      b: { at: 9 },
      c: { at: 4 },
    });
  });
});

describe("what happens on a lesson's page", () => {
  const none = () => undefined;
  const lesson = "temperature";

  it("is noted under the task's key", () => {
    expect(toEntry({ kind: "cell-run", lesson, id: "softmax", failed: false }, none, 5)).toEqual([
      "temperature/cell/softmax",
      { at: 5, tries: 1 },
    ]);
    expect(toEntry({ kind: "prediction", lesson, id: "07-ratio", right: false, said: "8" }, none, 5)).toEqual(
      ["temperature/prediction/07-ratio", { at: 5, right: false, text: "8" }],
    );
  });

  it("counts tries, and names the mistake of the last one", () => {
    const failed = {
      kind: "exercise",
      lesson,
      id: "top-p",
      passed: false,
      code: "b",
      mistake: "no-sum",
    } as const;
    const [key, made] = toEntry(failed, () => ({ at: 1, tries: 2, right: false, code: "a" }), 5);
    expect(key).toBe("temperature/exercise/top-p");
    expect(made).toEqual({ at: 5, tries: 3, right: false, code: "b", mistake: "no-sum" });
  });

  it("does not take back what has passed", () => {
    const passed: Entry = { at: 1, tries: 2, right: true, code: "good" };
    const [, made] = toEntry(
      { kind: "exercise", lesson, id: "top-p", passed: false, code: "bad" },
      () => passed,
      5,
    );
    expect(made).toEqual({ ...passed, tries: 3 });
  });
});
