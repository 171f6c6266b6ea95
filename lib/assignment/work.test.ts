import { describe, expect, it } from "vitest";
import { assignment, type Question } from "./assignment";
import { countDone, countPoints, isDone, judge, toNumber, toScore } from "./work";

const number: Question = { kind: "number", ask: "How many?", answer: 16, tolerance: 0.5 };
const choice: Question = { kind: "choice", ask: "Which?", choices: ["a", "b"], answer: 1 };

describe("judging an answer", () => {
  it("accepts a number within its tolerance, however it is typed", () => {
    expect(["16", "16.5", "15,5", " 16 "].map((text) => judge(number, text))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(judge(number, "16.6")).toBe(false);
    expect(judge(number, "sixteen")).toBe(false);
    expect(toNumber("1 088 256")).toBe(1_088_256);
  });

  it("compares a choice by its index", () => {
    expect(judge(choice, "1")).toBe(true);
    expect(judge(choice, "0")).toBe(false);
  });

  it("leaves to the instructor what only a person can judge", () => {
    expect(judge({ kind: "text", ask: "Why?" }, "because")).toBeUndefined();
    expect(judge({ ...number, answer: undefined }, "16")).toBeUndefined();
    expect(judge(number, "  ")).toBeUndefined();
  });
});

describe("what counts as done", () => {
  const given = assignment.parse({
    kind: "assignment",
    id: "abcdefgh12",
    title: "t",
    locale: "en",
    made: 0,
    tasks: [
      { kind: "exercise", lesson: "temperature", id: "top-p" },
      { kind: "prediction", lesson: "temperature", id: "07-ratio" },
      { kind: "question", id: "q", question: number },
      { kind: "read", lesson: "temperature" },
    ],
  });

  it("is a passed check, a made prediction, an answer that is not empty", () => {
    const [exercise, prediction, question, read] = given.tasks;
    expect(isDone(exercise, { at: 1, tries: 3, right: false })).toBe(false);
    expect(isDone(exercise, { at: 1, right: true })).toBe(true);
    expect(isDone(prediction, { at: 1, right: false })).toBe(true);
    expect(isDone(question, { at: 1, text: " " })).toBe(false);
    expect(isDone(read, undefined)).toBe(false);
  });

  it("earns a point each, but not for a wrong answer", () => {
    const results = {
      "temperature/exercise/top-p": { at: 1, right: true },
      "temperature/prediction/07-ratio": { at: 1, right: false },
      "question/q": { at: 1, text: "3", right: false },
    };
    expect(countDone(given, results)).toBe(3);
    expect(countPoints(given, results)).toBe(2);
    expect(toScore(given, results)).toBe(50);
  });
});
