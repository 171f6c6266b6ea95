/**
 * Chart → SVG, by Observable Plot: in the page, and with a document of its own at build time. Load it on
 * demand. Colors are the page's variables, so that a drawn chart follows day and night.
 */

import * as Plot from "@observablehq/plot";
import type { PlotDisplay } from "./display";
import { baselineOf, baseOf, isCategorical, marginFor, toScale, toTint } from "./plot-scales";
import { findSeries, isTinted, readAxis, readChannel, type Series, soleName } from "./plot-series";

export interface Paper {
  document: Document;
  /** In CSS pixels. */
  width: number;
  /** Answer to the pointer with the value under it. */
  live?: boolean;
}

type Mark = PlotDisplay["marks"][number];
type Axis = "x" | "y";

interface Chart extends PlotDisplay {
  series: ReadonlyMap<string, Series>;
  live: boolean;
}

/** Throws if Plot cannot draw it. */
export function drawPlot(plot: PlotDisplay, { document, width, live = false }: Paper): SVGSVGElement {
  const chart: Chart = {
    ...plot,
    series: new Map(findSeries(plot).map((series) => [series.name, series])),
    live,
  };
  const svg = Plot.plot({
    document,
    width,
    height: heightFor(chart, width),
    marginLeft: marginFor(chart),
    marginRight: 24,
    marginBottom: 44,
    marginTop: 28,
    style: { background: "none", color: "var(--ink-2)", fontFamily: "var(--font-sans)", fontSize: "12px" },
    x: toScale(chart, "x"),
    y: toScale(chart, "y"),
    color: toTint(chart),
    r: { type: "identity" },
    marks: chart.marks.flatMap((mark) => drawMark(chart, mark)),
  }) as SVGSVGElement;
  nameParts(svg);
  return svg;
}

/** Plot gives groups a label, which only elements with a role may have: the whole drawing is one picture. */
function nameParts(svg: SVGSVGElement): void {
  for (const part of svg.querySelectorAll("[aria-label]")) {
    part.setAttribute("data-part", part.getAttribute("aria-label") ?? "");
    part.removeAttribute("aria-label");
  }
}

function heightFor(chart: Chart, width: number): number {
  const rows = isCategorical(chart, "y") ? new Set(readAxis(chart, "y")).size : 0;
  return rows > 0 ? Math.min(640, 90 + rows * 26) : Math.round(Math.max(220, width * 0.48));
}

/** Marks of one series each, so that each can have its own dashes; but bars stand on one another. */
function drawMark(chart: Chart, mark: Mark): Plot.Markish[] {
  if (mark.mark === "rule") return drawRule(chart, mark);
  if (mark.mark === "bar") return [drawBars(chart, mark)];
  if (isTinted(chart, mark)) return drawSeries(chart, mark, allRows(chart, mark), undefined);
  if (mark.color === undefined)
    return drawSeries(chart, mark, allRows(chart, mark), chart.series.get(soleName(mark)));
  const names = readChannel(chart, mark, "color").map((value) => String(value ?? "–"));
  return [...new Set(names)].flatMap((name) =>
    drawSeries(
      chart,
      mark,
      allRows(chart, mark).filter((row) => names[row] === name),
      chart.series.get(name),
    ),
  );
}

function allRows(chart: Chart, mark: Mark): number[] {
  return (chart.tables[mark.table]?.rows ?? []).map((_, row) => row);
}

type Channel = Parameters<typeof readChannel>[2];

/** A channel's values in some rows; nothing if the mark does not have it. */
function takeRows(chart: Chart, mark: Mark, rows: number[], channel: Channel) {
  if (mark[channel] === undefined) return undefined;
  const values = readChannel(chart, mark, channel);
  return rows.map((row) => values[row]);
}

function drawSeries(chart: Chart, mark: Mark, rows: number[], series: Series | undefined): Plot.Markish[] {
  const take = (channel: Channel) => takeRows(chart, mark, rows, channel);
  const color = series?.color ?? take("color");
  const at = { x: take("x"), y: take("y"), ...toTip(chart) };
  const ends = { x1: take("x1"), x2: take("x2"), y1: take("y1"), y2: take("y2") };
  switch (mark.mark) {
    case "line":
      return [Plot.line(rows, { ...at, stroke: color, strokeWidth: 2, strokeDasharray: series?.dash })];
    case "dot":
      return [Plot.dot(rows, { ...at, r: take("size") ?? 3.5, fill: color, fillOpacity: 0.75 })];
    case "area": {
      const { x, y, ...tip } = at;
      const { y1 = baselineOf(chart, "y"), y2 = y } = ends;
      return [Plot.areaY(rows, { x, y1, y2, ...tip, fill: color, fillOpacity: 0.22 })];
    }
    case "rect":
      return [Plot.rect(rows, { ...ends, ...toTip(chart), fill: color, inset: 0.5 })];
    default:
      return [Plot.cell(rows, { ...at, fill: color, inset: 0.5 })];
  }
}

/** One bar a row. Rows of one place are stacked, except on a logarithmic axis, where lengths do not add up. */
function drawBars(chart: Chart, mark: Mark): Plot.Markish {
  const rows = allRows(chart, mark);
  const [base, along] = baseOf(chart, mark) === "x" ? (["x", "y"] as const) : (["y", "x"] as const);
  const lengths = takeRows(chart, mark, rows, along);
  const ends = chart[along].log
    ? { [`${along}1`]: baselineOf(chart, along), [`${along}2`]: lengths }
    : { [along]: lengths };
  const options = {
    [base]: takeRows(chart, mark, rows, base),
    ...ends,
    inset: 0.5,
    rx: 1.5,
    ...toTip(chart),
  };
  const fill = toFill(chart, mark, rows);
  return base === "x" ? Plot.barY(rows, { ...options, fill }) : Plot.barX(rows, { ...options, fill });
}

function toFill(chart: Chart, mark: Mark, rows: number[]) {
  if (isTinted(chart, mark)) return takeRows(chart, mark, rows, "color");
  if (mark.color === undefined) return chart.series.get(soleName(mark))?.color;
  const names = readChannel(chart, mark, "color");
  const colorOf = (row: number) => chart.series.get(String(names[row] ?? "–"))?.color;
  return { value: rows.map(colorOf), scale: null };
}

function toTip({ live }: Chart) {
  return live ? { tip: { fill: "var(--paper)", stroke: "var(--line)" } } : {};
}

function drawRule(chart: Chart, mark: Mark): Plot.Markish[] {
  const style = { stroke: "var(--ink-2)", strokeDasharray: "3 3" };
  const at = (axis: Axis) => {
    const source = mark[axis];
    return typeof source === "number" ? [source] : readChannel(chart, mark, axis);
  };
  return mark.x === undefined ? [Plot.ruleY(at("y"), style)] : [Plot.ruleX(at("x"), style)];
}
