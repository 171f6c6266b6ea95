import { describe, expect, it } from "vitest";
import { display } from "@/lib/notebook/display";
import { toPlotDisplay } from "@/lib/notebook/plot-spec";
import { drawAtBuild } from "./draw-at-build";

const rows = Array.from({ length: 20 }, (_, i) => ({
  step: i + 1,
  loss: 4 / (i + 1),
  run: i % 2 ? "wide" : "deep",
}));
const marks = [
  { mark: "line", x: "step", y: "loss", color: "run" },
  { mark: "rule", y: 1 },
];
const chart = toPlotDisplay({ data: rows, marks, y: { log: true, label: "loss (nats)" } });

function drawnOf(plot: unknown): { wide: string; narrow: string } {
  const [shown] = drawAtBuild([display.parse(plot)]) as { drawn?: { wide: string; narrow: string } }[];
  if (!shown.drawn) throw new Error("nothing was drawn");
  return shown.drawn;
}

describe("drawAtBuild", () => {
  it("draws a chart twice: one line a series, in the page's colors, with its labels", () => {
    const { wide, narrow } = drawnOf(chart);
    expect(wide.match(/stroke="var\(--cat-[12]\)"/g)).toHaveLength(2);
    expect(wide).toContain("loss (nats)");
    expect(wide).toContain('width="720"');
    expect(narrow).toContain('width="320"');
  });

  it.each([
    ["dot", { x: "step", y: "loss", color: "loss", size: 5 }, "color-mix"],
    ["bar", { x: "run", y: "loss" }, "<rect"],
    ["bar", { x: "loss", y: "run" }, "<rect"],
    ["area", { x: "step", y: "loss" }, "fill-opacity"],
    ["rect", { x1: "step", x2: "loss", y1: "loss", y2: 9 }, "<rect"],
    ["cell", { x: "step", y: "run", color: "loss" }, "<rect"],
    ["rule", { x: "step" }, "<line"],
  ])("draws a %s", (mark, channels, expected) => {
    for (const log of [false, true]) {
      const plot = toPlotDisplay({
        data: rows,
        y: { log: log && mark !== "cell" },
        marks: [{ mark, ...channels }],
      });
      expect(drawnOf(plot).wide).toContain(expected);
      expect(drawnOf(plot).wide).not.toContain("NaN");
    }
  });

  it("stacks bars of one place, each in the color of its series", () => {
    const data = ["train", "test"].flatMap((set) =>
      [1, 2].map((loss) => ({ set, loss, run: `run ${loss}` })),
    );
    const plot = toPlotDisplay({ data, marks: [{ mark: "bar", x: "set", y: "loss", color: "run" }] });
    const bars = [...drawnOf(plot).wide.matchAll(/<rect x="([\d.]+)"[^>]* y="([\d.]+)"[^>]*fill="([^"]+)"/g)];
    expect(bars.map(([, , , fill]) => fill)).toEqual(["1", "2", "1", "2"].map((n) => `var(--cat-${n})`));
    expect(new Set(bars.map(([, x]) => x)).size).toBe(2);
    expect(new Set(bars.map(([, , y]) => y)).size).toBe(2);
  });

  it("sanitizes markup", () => {
    const [shown] = drawAtBuild([{ kind: "markup", language: "markdown", source: "**a**<img src=x>" }]);
    expect(shown).toMatchObject({ drawn: "<p><strong>a</strong>&lt;img src=x&gt;</p>" });
  });

  it("draws what no cell can send: the page drops a drawing that comes out of the sandbox", () => {
    const forged = { ...chart, drawn: { wide: "<img src=x onerror=alert(1)>", narrow: "" } };
    expect(display.parse(forged)).not.toHaveProperty("drawn");
    expect(display.parse({ kind: "markup", language: "html", source: "", drawn: "<b>" })).not.toHaveProperty(
      "drawn",
    );
  });
});
