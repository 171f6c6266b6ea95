import { describe, expect, it } from "vitest";
import { stateOf } from "./kept-state";

const wanted = [
  { path: "x/weights", version: "aa", bytes: 90 },
  { path: "x/tokenizer", version: "bb", bytes: 10 },
];
const kept = (path: string, version: string) => ({ path: `/models/${path}`, version, bytes: 1 });

describe("what is kept of a model", () => {
  it.each([
    ["unknown", undefined, 0],
    ["none", [kept("y/weights", "aa")], 0],
    ["part", [kept("x/weights", "aa")], 90],
    ["part", [kept("x/weights", "old"), kept("x/tokenizer", "bb")], 10],
    ["old", [kept("x/weights", "old")], 0],
    ["all", [kept("x/weights", "aa"), kept("x/tokenizer", "bb")], 100],
  ])("is %s", (status, files, bytes) => {
    expect(stateOf(wanted, files, "/models/")).toEqual({ status, bytes, total: 100 });
  });
});
