import { describe, expect, it } from "vitest";
import { plotDisplay } from "./display";
import { toPlotDisplay } from "./plot-spec";

const rows = [
  { step: 0, loss: 2.123456789, run: "a" },
  { step: 1, loss: Number.NaN, run: "b" },
];

describe("toPlotDisplay", () => {
  it("turns rows into tables that marks share, and keeps channels by column name", () => {
    const shown = toPlotDisplay({
      title: "Loss",
      data: rows,
      x: { label: "step" },
      y: { log: true, domain: [0.1, 10] },
      marks: [
        { mark: "line", x: "step", y: "loss", color: "run" },
        { mark: "dot", x: "step", y: "loss", size: 3 },
        { mark: "rule", y: 1, data: [{}] },
      ],
    });
    expect(shown.tables).toEqual([
      {
        columns: ["step", "loss", "run"],
        rows: [
          [0, 2.12346, "a"],
          [1, null, "b"],
        ],
        totalRows: 2,
      },
      { columns: [], rows: [[]], totalRows: 1 },
    ]);
    expect(shown.marks).toEqual([
      { mark: "line", table: 0, x: "step", y: "loss", color: "run" },
      { mark: "dot", table: 0, x: "step", y: "loss", size: 3 },
      { mark: "rule", table: 1, y: 1 },
    ]);
    expect(plotDisplay.parse(JSON.parse(JSON.stringify(shown)))).toMatchObject({ y: { domain: [0.1, 10] } });
  });

  it("keeps the first 5,000 rows and knows how many there were", () => {
    const data = Array.from({ length: 6_000 }, (_, i) => ({ i }));
    const [table] = toPlotDisplay({ data, marks: [{ mark: "line", x: "i", y: "i" }] }).tables;
    expect([table.rows.length, table.totalRows]).toEqual([5_000, 6_000]);
  });

  const line = { mark: "line", x: "step", y: "loss" };
  it.each([
    [undefined, "give it an object"],
    [{ data: rows }, '"marks" is a list'],
    [{ data: rows, marks: [{ mark: "pie", x: "step" }] }, 'mark 1 needs a "mark" out of line, dot'],
    [
      { data: rows, marks: [{ ...line, y: "los" }] },
      'mark 1 (line) says y: "los", but its rows have step, loss, run',
    ],
    [{ data: rows, marks: [line, { mark: "dot", x: "step" }] }, "mark 2 (dot) needs x, y"],
    [{ data: rows, marks: [{ mark: "area", x: "step", y1: "loss" }] }, "needs x, y, or x, y1, y2"],
    [{ data: rows, marks: [{ ...line, color: 3 }] }, "color is the name of a column."],
    [{ data: rows, marks: [{ ...line, x: Number.NaN }] }, "x is the name of a column, or a number."],
    [{ data: [1, 2], marks: [line] }, "a list of objects"],
    [{ data: rows, marks: [line], x: { domain: [1] } }, "the domain of x is two different numbers"],
    [
      { data: rows, marks: [line], x: { log: true } },
      "x is logarithmic, but holds 0. Keep only what lies above 0",
    ],
    [{ data: rows, marks: [line], y: { log: true, domain: [0, 1] } }, "its domain lies above 0"],
  ])("refuses %j and says why", (spec, message) => {
    expect(() => toPlotDisplay(spec)).toThrow(message);
  });
});
