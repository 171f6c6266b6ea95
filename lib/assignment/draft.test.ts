import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyAssignment } from "./arbitrary";
import type { Task } from "./assignment";
import type { Catalog } from "./catalog";
import { draft, findGaps, moveTask, newDraft, toAssignment, toDraft, toggleTask } from "./draft";
import { keepMade, readDraft, readMade, saveDraft } from "./draft-store";

const catalog: Catalog = {
  lessons: [
    {
      slug: "temperature",
      number: 7,
      title: "t",
      minutes: 1,
      hash: "h",
      prints: "p",
      sections: [],
      parts: [],
    },
  ],
};
const read: Task = { kind: "read", lesson: "temperature" };
const base = { ...newDraft("en", "Europe/Berlin", 1_000), title: "Sampling", tasks: [read] };
const question = (given: object): Task => ({ kind: "question", id: "q1", question: given }) as Task;

describe("a draft", () => {
  it("becomes an assignment that remembers the lessons as they are now", () => {
    const made = toAssignment({ ...base, seed: "7", due: "2026-12-01T12:00" }, catalog);
    expect(made).toMatchObject({
      title: "Sampling",
      made: 1_000,
      seed: 7,
      due: { at: Date.UTC(2026, 11, 1, 11) / 1000, zone: "Europe/Berlin" },
      lessons: [{ slug: "temperature", hash: "h", prints: "p" }],
    });
  });

  it("can be taken up again from any assignment, with the same id", () => {
    fc.assert(
      fc.property(anyAssignment, (made) => {
        const again = toDraft(made, "UTC");
        if (findGaps(again).length > 0) return;
        const { lessons: _, due, title, instructions, ...same } = toAssignment(again, { lessons: [] });
        expect(made).toMatchObject(same);
        expect([title, instructions]).toEqual([made.title.trim(), made.instructions.trim()]);
        expect(due?.zone).toBe(made.due?.zone);
      }),
    );
  });

  it("says what it lacks", () => {
    expect(findGaps(base)).toEqual([]);
    expect(
      findGaps({ ...base, title: " ", tasks: [], seed: "x", due: "soon", zone: "Mars/Olympus" }),
    ).toEqual([{ at: "title" }, { at: "tasks" }, { at: "seed" }, { at: "due" }, { at: "zone" }]);
    const gapOf = (given: object) => findGaps({ ...base, tasks: [question(given)] })[0];
    expect(gapOf({ kind: "text", ask: "" })).toMatchObject({ needs: "ask" });
    expect(gapOf({ kind: "choice", ask: "?", choices: ["a", ""] })).toMatchObject({ needs: "choices" });
    expect(gapOf({ kind: "number", ask: "?", answer: Number.NaN, tolerance: 0 })).toMatchObject({
      needs: "answer",
    });
  });

  it("keeps a half-written question, and drops what is no task at all", () => {
    const stored = {
      ...base,
      tasks: [question({ kind: "text", ask: "" }), { kind: "nonsense" }, null, read],
    };
    expect(draft.parse(JSON.parse(JSON.stringify(stored))).tasks).toHaveLength(2);
  });
});

describe("the list of tasks", () => {
  it("takes a task in and out", () => {
    expect(toggleTask([], read)).toEqual([read]);
    expect(toggleTask([read], { ...read })).toEqual([]);
  });

  it("moves a task, but not out of the list", () => {
    const [a, b, c] = ["a", "b", "c"].map((section) => ({ ...read, section }) as Task);
    expect(moveTask([a, b, c], 0, 1)).toEqual([b, a, c]);
    expect(moveTask([a, b, c], 0, -1)).toEqual([a, b, c]);
    expect(moveTask([a, b, c], 2, -2)).toEqual([c, a, b]);
  });
});

describe("what an instructor's browser keeps", () => {
  const memory = () => {
    const held = new Map<string, string>();
    return {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
    };
  };

  it("is the draft, and one link for each assignment, the newest first", () => {
    const store = memory();
    expect(saveDraft(base, store)).toBe(true);
    expect(readDraft(store)).toEqual(base);
    for (const [id, code] of [
      ["one", "v1.a"],
      ["two", "v1.b"],
      ["one", "v1.c"],
    ])
      keepMade({ id, title: id, code, at: 1 }, store);
    expect(readMade(store).map(({ code }) => code)).toEqual(["v1.c", "v1.b"]);
  });

  it("is nothing where storage is off, full or holds something else, and that is said", () => {
    const full = {
      getItem: () => "{",
      setItem: () => {
        throw new Error("QuotaExceededError");
      },
    };
    expect(readDraft(full)).toBeUndefined();
    expect(readMade(full)).toEqual([]);
    expect(saveDraft(base, full)).toBe(false);
  });
});
