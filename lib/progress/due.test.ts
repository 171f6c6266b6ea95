import { describe, expect, it } from "vitest";
import { findDueQuestions } from "./due";
import type { ProgressRecord } from "./record";

const day = 86_400_000;
const asked = (id: string, ...answers: [at: number, right: boolean][]): ProgressRecord => ({
  kind: "prediction",
  id,
  answers: answers.map(([at, right]) => ({ at: at * day, right })),
});

describe("questions due", () => {
  const records = [
    asked("missed late", [5, false]),
    asked("missed early", [3, false]),
    asked("right", [3, true]),
    asked("right after a miss", [1, false], [2, true]),
    { kind: "section", lesson: "attention", id: "one", at: 1 } as const,
  ];

  it("are those whose wait is over, the longest overdue first", () => {
    expect(findDueQuestions(records, 3 * day)).toEqual([]);
    expect(findDueQuestions(records, 6 * day)).toEqual([
      "missed early",
      "right after a miss",
      "missed late",
      "right",
    ]);
  });
});
