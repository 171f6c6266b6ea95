import { describe, expect, it } from "vitest";
import type { TreeDisplay } from "@/lib/notebook/display";
import { findPosition, findShown, moveInTree } from "./tree";

/** root > (a > (b, c), d) */
const lines = [0, 1, 2, 2, 1].map((depth, i): TreeDisplay["lines"][number] => ({
  depth,
  text: String(i),
  type: "object",
}));
const all = new Set([0, 1]);

describe("an outline", () => {
  it("shows what lies in open lines only", () => {
    expect(findShown(lines, new Set())).toEqual([0]);
    expect(findShown(lines, new Set([0]))).toEqual([0, 1, 4]);
    expect(findShown(lines, all)).toEqual([0, 1, 2, 3, 4]);
    expect(findShown(lines, new Set([1]))).toEqual([0]);
  });

  it("knows the place of a line among its siblings", () => {
    expect(findPosition(lines, 4)).toEqual({ position: 2, size: 2 });
    expect(findPosition(lines, 2)).toEqual({ position: 1, size: 2 });
    expect(findPosition(lines, 0)).toEqual({ position: 1, size: 1 });
  });

  it("is walked by keyboard", () => {
    expect(moveInTree("ArrowDown", lines, all, 0)).toEqual({ to: 1 });
    expect(moveInTree("ArrowDown", lines, all, 4)).toEqual({ to: 4 });
    expect(moveInTree("ArrowUp", lines, new Set([0]), 4)).toEqual({ to: 1 });
    expect(moveInTree("End", lines, all, 0)).toEqual({ to: 4 });
    expect(moveInTree("Home", lines, all, 3)).toEqual({ to: 0 });
    expect(moveInTree("x", lines, all, 0)).toBeUndefined();
  });

  it("opens to the right and closes to the left, then goes to the parent", () => {
    const some = new Set([0]);
    expect(moveInTree("ArrowRight", lines, some, 1)).toEqual({ open: 1 });
    expect(moveInTree("ArrowRight", lines, all, 1)).toEqual({ to: 2 });
    expect(moveInTree("ArrowRight", lines, all, 4)).toBeUndefined();
    expect(moveInTree("ArrowLeft", lines, all, 1)).toEqual({ close: 1 });
    expect(moveInTree("ArrowLeft", lines, all, 3)).toEqual({ to: 1 });
    expect(moveInTree("Enter", lines, all, 1)).toEqual({ close: 1 });
    expect(moveInTree(" ", lines, some, 1)).toEqual({ open: 1 });
  });
});
