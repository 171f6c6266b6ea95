import { describe, expect, it } from "vitest";
import type { ProgressRecord } from "./record";
import { fromFile, ImportError, toFile } from "./transfer";

const records: ProgressRecord[] = [
  { kind: "section", lesson: "attention", id: "one", at: 5 },
  { kind: "prediction", id: "07-ratio", answers: [{ at: 6, right: false, said: "8 times" }] },
];
const text = toFile(records, new Date(0));
const changed = (change: object) => JSON.stringify({ ...JSON.parse(text), ...change });

describe("a progress file", () => {
  it("brings back what was exported", () => {
    expect(fromFile(text)).toEqual(records);
  });

  it("says when it was made and in which format", () => {
    expect(JSON.parse(text)).toMatchObject({
      format: "glassbox-progress",
      version: 1,
      exported: "1970-01-01T00:00:00.000Z",
    });
  });

  it.each([
    ["{", "not JSON"],
    ["null", "no progress file"],
    ['{"cells": []}', "no progress file"],
    [changed({ format: "glassbox-assignment" }), "no progress file"],
    [changed({ version: 2 }), "version 2; this page reads up to 1"],
    [changed({ records: [...records, { ...records[0], at: "soon" }] }), "record 3, at:"],
    [changed({ records: [...records, { kind: "badge" }] }), "record 3, kind:"],
    [changed({ records: "all" }), "damaged: records:"],
    [" ".repeat(5_000_000), "too large"],
  ])("that is wrong is refused, with the reason (%#)", (wrong, reason) => {
    expect(() => fromFile(wrong)).toThrow(ImportError);
    expect(() => fromFile(wrong)).toThrow(reason);
  });

  it("lists the first problems and counts the others", () => {
    const many = changed({ records: [...records, ...Array(5).fill({ kind: "badge" })] });
    expect(() => fromFile(many)).toThrow(/record 3.*record 4.*record 5.*and 2 more/);
  });
});
