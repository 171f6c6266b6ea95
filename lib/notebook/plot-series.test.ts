import { describe, expect, it } from "vitest";
import { findSeries, labelOf, summarizePlot } from "./plot-series";
import { toPlotDisplay } from "./plot-spec";

const data = [
  { step: 1, train: 3, test: 3.5, model: "base", p: 0.1 },
  { step: 2, train: 2, test: 3, model: "draft", p: 0.4 },
];

describe("findSeries", () => {
  it("makes a series of each word in the color column, with a color and dashes of its own", () => {
    const plot = toPlotDisplay({ data, marks: [{ mark: "line", x: "step", y: "test", color: "model" }] });
    expect(findSeries(plot)).toEqual([
      { name: "base", color: "var(--cat-1)", dash: "none" },
      { name: "draft", color: "var(--cat-2)", dash: "7 3" },
    ]);
  });

  it("makes a series of each mark without color, and none of a tint", () => {
    const marks = [
      { mark: "line", x: "step", y: "train" },
      { mark: "line", x: "step", y: "test" },
      { mark: "dot", x: "step", y: "test", color: "p" },
      { mark: "rule", y: 3 },
    ];
    expect(findSeries(toPlotDisplay({ data, marks })).map(({ name }) => name)).toEqual(["train", "test"]);
  });

  it("tells eight series apart by color and dashes together", () => {
    const many = Array.from({ length: 8 }, (_, i) => ({ i, name: `m${i}` }));
    const plot = toPlotDisplay({ data: many, marks: [{ mark: "line", x: "i", y: "i", color: "name" }] });
    expect(new Set(findSeries(plot).map(({ color, dash }) => color + dash)).size).toBe(8);
  });
});

describe("summarizePlot", () => {
  it("says in words what the chart shows", () => {
    const marks = [
      { mark: "line", x: "step", y: "test", color: "model" },
      { mark: "dot", x: "step", y: "test" },
    ];
    const plot = toPlotDisplay({ data, marks, y: { label: "loss", log: true } });
    expect(summarizePlot(plot)).toBe(
      "Line and dots, one each for base, draft, test. step: from 1 to 2. loss: from 3 to 3.5, logarithmic.",
    );
    expect(labelOf(plot, "x")).toBe("step");
    const bars = toPlotDisplay({ data, marks: [{ mark: "bar", x: "model", y: "p" }] });
    expect(summarizePlot(bars)).toBe("Bars. model: base, draft. p: from 0.1 to 0.4.");
  });
});
