import { describe, expect, it } from "vitest";
import { fromLine, heads, toAddress, toLine } from "./controls";

describe("heads in an address", () => {
  it("are read back as written, in the model's order and each once", () => {
    expect(fromLine("3.2, 0.1 3.2")).toEqual([
      [0, 1],
      [3, 2],
    ]);
    expect(fromLine(toLine(fromLine("1.0 2.3")))).toEqual([
      [1, 0],
      [2, 3],
    ]);
  });
  it("leaves out what the model has not", () => {
    expect(fromLine("")).toEqual([]);
    expect(fromLine("9.9 x 1 2.2")).toEqual([[2, 2]]);
  });
  it("offers every head to be enlarged", () => {
    const offered = Object.keys(heads.controls.head.options);
    expect(offered).toHaveLength(16);
    expect(toAddress(offered[9])).toEqual([2, 1]);
  });
});
