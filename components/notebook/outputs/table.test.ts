import { describe, expect, it } from "vitest";
import { nextOrder, sortRows } from "./table";

const rows = [
  ["b", 2],
  ["a10", null],
  ["a9", 10],
  ["c", 2],
];
const first = (sorted: unknown[][]) => sorted.map(([name]) => name);

describe("a table", () => {
  it("sorts numbers as numbers and words as people do, empty cells last", () => {
    expect(first(sortRows(rows, { column: 1, direction: "descending" }))).toEqual(["a9", "b", "c", "a10"]);
    expect(first(sortRows(rows, { column: 1, direction: "ascending" }))).toEqual(["b", "c", "a9", "a10"]);
    expect(first(sortRows(rows, { column: 0, direction: "ascending" }))).toEqual(["a9", "a10", "b", "c"]);
    expect(first(rows)).toEqual(["b", "a10", "a9", "c"]);
  });

  it("goes from one order to the other and back to the cell's own", () => {
    const down = nextOrder(undefined, 1, true);
    const up = nextOrder(down, 1, true);
    expect([down?.direction, up?.direction, nextOrder(up, 1, true)]).toEqual([
      "descending",
      "ascending",
      undefined,
    ]);
    expect(nextOrder(up, 0, false)).toEqual({ column: 0, direction: "ascending" });
  });
});
