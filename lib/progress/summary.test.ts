import { describe, expect, it } from "vitest";
import type { ProgressRecord } from "./record";
import { findNext, type LessonToDo, summarize } from "./summary";

const lesson: LessonToDo = {
  slug: "attention",
  sections: ["one", "two"],
  cells: ["by-hand"],
  exercises: ["mask"],
  predictions: ["04-first"],
};
const did = (kind: "section" | "cell" | "exercise" | "place", id: string, at = 1, slug = "attention") =>
  ({ kind, lesson: slug, id, at }) as ProgressRecord;

describe("summarize", () => {
  it("counts what was done of what the lesson holds", () => {
    const records: ProgressRecord[] = [
      did("section", "one"),
      did("section", "a section that is gone"),
      did("section", "two", 1, "temperature"),
      did("cell", "by-hand"),
      { kind: "prediction", id: "04-first", answers: [{ at: 1, right: true }] },
    ];
    expect(summarize(lesson, records)).toMatchObject({
      state: "begun",
      sections: { done: 1, of: 2 },
      cells: { done: 1, of: 1 },
      exercises: { done: 0, of: 1 },
      predictions: { done: 1, of: 1 },
    });
  });

  it("calls a lesson done when all is read and every exercise passed, not before", () => {
    const read = [did("section", "one"), did("section", "two")];
    expect(summarize(lesson, []).state).toBe("fresh");
    expect(summarize(lesson, read).state).toBe("begun");
    expect(summarize(lesson, [...read, did("exercise", "mask")]).state).toBe("done");
    expect(summarize({ ...lesson, sections: [], exercises: [] }, []).state).toBe("fresh");
  });
});

describe("findNext", () => {
  const other = { ...lesson, slug: "temperature" };

  it("leads to the unfinished lesson that was open last, at the section in view", () => {
    const records = [did("place", "two", 5), did("place", "one", 9, "temperature")];
    expect(findNext([lesson, other], records)).toEqual({ slug: "temperature", section: "one" });
    expect(findNext([lesson, other], [])).toBeUndefined();
  });

  it("passes over lessons that are done, and those the course no longer has", () => {
    const done = [did("section", "one"), did("section", "two"), did("exercise", "mask")];
    const records = [...done, did("place", "two", 9), did("place", "x", 10, "gone")];
    expect(findNext([lesson, other], records)).toBeUndefined();
  });
});
