import { describe, expect, it } from "vitest";
import type { CellState, InputState } from "../notebook/notebook-state";
import { findShared, toInputs, toLayer, toOffered } from "./incoming";

function cellOf(id: string, code: string, author?: string): CellState {
  return {
    id,
    title: `The ${id}`,
    author,
    code,
    phase: "prebuilt",
    outputs: [],
    belongs: { code, inputs: {} },
  };
}

const cells = [cellOf("a", "1", "1"), cellOf("b", "mine", "2"), cellOf("own-1", "own")];
const inputs: InputState[] = [
  { name: "T", initial: 1, value: 0.5 },
  { name: "k", initial: 10, value: 10 },
  { name: "text", initial: "Once", value: "Once" },
];

describe("what is shared", () => {
  it("is what differs from the lesson, no more", () => {
    expect(findShared({ cells, inputs })).toEqual({
      cells: [
        { id: "b", code: "mine" },
        { id: "own-1", code: "own", after: "b" },
      ],
      inputs: { T: 0.5 },
    });
  });
});

describe("a shared notebook", () => {
  const shared = {
    cells: [
      { id: "a", code: "linked" },
      { id: "own-1", code: "theirs", after: "a" },
      { id: "gone", code: "old" },
    ],
    inputs: { T: 2, k: "many", text: "Lily", unknown: true },
  };

  it("is offered beside the lesson's own code, whatever the reader has on show", () => {
    expect(toOffered(shared, cells)).toEqual([
      { id: "a", title: "The a", code: "linked", author: "1" },
      { id: "own-1", title: "A new cell", code: "theirs", author: undefined },
      { id: "gone", title: "A new cell", code: "old", author: undefined },
    ]);
  });

  it("lies under the reader's edits, cells of unknown place at the end", () => {
    expect(toLayer("/en/learn/x", shared, cells)).toMatchObject({
      cells: { a: "linked" },
      added: [
        { id: "own-1", code: "theirs", after: "a" },
        { id: "gone", code: "old", after: "b" },
      ],
    });
  });

  it("has a key of its own, the same every time", () => {
    const key = (code: string) => toLayer("/p", { cells: [{ id: "a", code }], inputs: {} }, cells).key;
    expect(key("1")).toBe(key("1"));
    expect(key("1")).not.toBe(key("2"));
    expect(key("1")).not.toBe("/p");
  });

  it("sets only inputs that the page has, to values of their kind", () => {
    expect(toInputs(shared, inputs)).toEqual([
      ["T", 2],
      ["text", "Lily"],
    ]);
  });
});
