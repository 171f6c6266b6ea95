import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf, merge, mergeAll, type ProgressRecord, progressRecord } from "./record";

const at = fc.integer({ min: 0, max: 9 });
const lesson = fc.constantFrom("attention", "temperature");
const id = fc.constantFrom("one", "two");
const done = (kind: "section" | "cell" | "exercise" | "place") =>
  fc.record({ kind: fc.constant(kind), lesson, id, at }) as fc.Arbitrary<ProgressRecord>;
const answers = fc.array(fc.record({ at, right: fc.boolean() }), { minLength: 1, maxLength: 4 });
const prediction = fc.record({ kind: fc.constant("prediction" as const), id, answers });
const record: fc.Arbitrary<ProgressRecord> = fc.oneof(
  done("section"),
  done("cell"),
  done("exercise"),
  done("place"),
  prediction,
);
const records = fc.array(record, { maxLength: 12 });

describe("merging what two tabs know", () => {
  it("gives the same in any order, and however often it happens", () => {
    fc.assert(
      fc.property(records, records, (a, b) => {
        const both = mergeAll([...a, ...b]);
        expect(mergeAll([...b, ...a])).toEqual(both);
        expect(mergeAll([...both, ...a, ...b])).toEqual(both);
        expect(mergeAll([...mergeAll(a), ...mergeAll(b)])).toEqual(both);
      }),
    );
  });

  it("loses no key and invents none", () => {
    fc.assert(
      fc.property(records, (all) => {
        const keys = mergeAll(all).map(keyOf);
        expect(keys).toEqual([...new Set(all.map(keyOf))].sort());
      }),
    );
  });

  it("keeps when something was done first, and where the reader was last", () => {
    const early = { kind: "section", lesson: "attention", id: "one", at: 1 } as const;
    expect(merge({ ...early, at: 5 }, early)).toEqual(early);
    const place = { kind: "place", lesson: "attention", id: "one", at: 1 } as const;
    expect(merge({ ...place, id: "two", at: 5 }, place)).toMatchObject({ id: "two", at: 5 });
  });

  it("keeps every guess, oldest first, up to the newest fifty", () => {
    const guess = (time: number) => ({ at: time, right: time % 2 === 0 });
    const many = Array.from({ length: 60 }, (_, i) => guess(i));
    const merged = merge(
      { kind: "prediction", id: "q", answers: many.slice(30) },
      { kind: "prediction", id: "q", answers: many.slice(0, 40) },
    );
    expect(merged).toMatchObject({ answers: many.slice(10) });
  });
});

describe("a record", () => {
  it.each([
    { kind: "section", lesson: "attention", at: 1 },
    { kind: "section", lesson: "attention", id: "one", at: "yesterday" },
    { kind: "badge", lesson: "attention", id: "one", at: 1 },
    { kind: "prediction", id: "q", answers: [] },
    { kind: "cell", lesson: "attention", id: "x".repeat(201), at: 1 },
  ])("that is not one is refused: %j", (value) => {
    expect(progressRecord.safeParse(value).success).toBe(false);
  });
});
