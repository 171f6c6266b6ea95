/**
 * Chart → SVG, by Observable Plot: in the page, and with a document of its own at build time. Load it on
 * demand. Colors are the page's variables, so that a drawn chart follows day and night.
 */

import * as Plot from "@observablehq/plot";
import type { PlotDisplay } from "./display";
import { findSeries, isTinted, labelOf, readAxis, readChannel, type Series, soleName } from "./plot-series";

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
  categorical: Record<Axis, boolean>;
  live: boolean;
}

/** Throws if Plot cannot draw it. */
export function drawPlot(plot: PlotDisplay, { document, width, live = false }: Paper): SVGSVGElement {
  const chart: Chart = {
    ...plot,
    series: new Map(findSeries(plot).map((series) => [series.name, series])),
    categorical: { x: isCategorical(plot, "x"), y: isCategorical(plot, "y") },
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
  return svg;
}

function heightFor({ categorical, ...chart }: Chart, width: number): number {
  const rows = categorical.y ? new Set(readAxis(chart, "y")).size : 0;
  return rows > 0 ? Math.min(640, 90 + rows * 26) : Math.round(Math.max(220, width * 0.48));
}

/** Room for the longest label beside the axis, at about seven pixels a character. */
function marginFor(chart: Chart): number {
  const values = [...new Set(readAxis(chart, "y"))];
  const longest = chart.categorical.y
    ? Math.max(0, ...values.map((value) => String(value ?? "").length))
    : Math.max(3, ...values.map((value) => tickLength(Number(value ?? 0))));
  return Math.min(160, 22 + longest * 7);
}

function tickLength(value: number): number {
  return Math.round(value).toLocaleString("en-US").length;
}

/** Words on an axis, or the axis that bars and cells stand on, part it into bands. */
function isCategorical(plot: PlotDisplay, axis: Axis): boolean {
  const words = (mark: Mark) =>
    readChannel(plot, mark, axis).some((value) => typeof value === "string" || typeof value === "boolean");
  return plot.marks.some(
    (mark) => words(mark) || mark.mark === "cell" || (mark.mark === "bar" && axis === baseOf(plot, mark)),
  );
}

/** The axis that a bar stands on: x, unless only y has words. */
function baseOf(plot: PlotDisplay, mark: Mark): Axis {
  const words = (axis: Axis) => readChannel(plot, mark, axis).some((value) => typeof value === "string");
  return words("y") && !words("x") ? "y" : "x";
}

function toScale(chart: Chart, axis: Axis): Plot.ScaleOptions {
  const { log, domain } = chart[axis];
  const banded = chart.marks.some(({ mark }) => mark === "bar" || mark === "cell");
  const grid = {
    label: labelOf(chart, axis) || null,
    ...(axis === "x" ? { labelOffset: 36 } : { labelAnchor: "top" as const }),
  };
  if (chart.categorical[axis]) {
    const words = [...new Set(readAxis(chart, axis).filter((value) => value !== null))];
    return {
      ...grid,
      type: banded ? "band" : "point",
      domain: domain ?? words,
      padding: banded ? (chart.marks.some(({ mark }) => mark === "cell") ? 0 : 0.15) : 0.5,
    };
  }
  const limits = typeof domain?.[0] === "number" ? (domain as [number, number]) : undefined;
  return {
    ...grid,
    type: log ? "log" : "linear",
    domain: limits,
    nice: !limits && !log,
    grid: true,
    tickFormat: log ? toLogTick(spanOf(chart, axis)) : formatTick,
  };
}

function formatTick(value: number): string {
  return Math.abs(value) >= 1e6 || (value !== 0 && Math.abs(value) < 1e-4)
    ? value.toExponential(0)
    : value.toLocaleString("en-US", { maximumFractionDigits: 6 });
}

/** On a logarithmic axis every power of ten has its number; some between, where that leaves room. */
function toLogTick(decades: number): (value: number) => string {
  const digits = decades < 1.1 ? [1, 2, 3, 5, 7] : decades < 3 ? [1, 2, 5] : [1];
  return (value) => {
    const digit = Math.round(value / 10 ** Math.floor(Math.log10(value) + 1e-9));
    return digits.includes(digit) ? formatTick(value) : "";
  };
}

/** Powers of ten between the smallest and the largest value above zero. */
function spanOf(chart: Chart, axis: Axis): number {
  const values = (chart[axis].domain ?? readAxis(chart, axis)).filter(
    (value) => typeof value === "number" && value > 0,
  ) as number[];
  if (values.length === 0) return 0;
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return Math.log10(high / low);
}

function toTint(chart: Chart): Plot.ScaleOptions | undefined {
  const values = chart.marks
    .filter((mark) => isTinted(chart, mark))
    .flatMap((mark) => readChannel(chart, mark, "color"))
    .filter((value) => typeof value === "number");
  if (values.length === 0) return undefined;
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const reach = Math.max(-low, high) || 1;
  return low < 0
    ? { type: "linear", domain: [-reach, reach], interpolate: () => signed }
    : {
        type: "linear",
        domain: [Math.min(0, low), high || 1],
        interpolate: () => (t: number) => mix(t, "--seq-low", "--seq-high"),
      };
}

function signed(t: number): string {
  return mix(Math.abs(2 * t - 1), "--div-zero", t < 0.5 ? "--div-neg" : "--div-pos");
}

function mix(part: number, from: string, to: string): string {
  return `color-mix(in oklab, var(${to}) ${(part * 100).toFixed(1)}%, var(${from}))`;
}

/** Marks of one series each, so that each can have its own dashes. */
function drawMark(chart: Chart, mark: Mark): Plot.Markish[] {
  if (mark.mark === "rule") return drawRule(chart, mark);
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

function drawSeries(chart: Chart, mark: Mark, rows: number[], series: Series | undefined): Plot.Markish[] {
  const take = (channel: Parameters<typeof readChannel>[2]) => {
    if (mark[channel] === undefined) return undefined;
    const values = readChannel(chart, mark, channel);
    return rows.map((row) => values[row]);
  };
  const color = series?.color ?? take("color");
  const tip = chart.live ? { tip: { fill: "var(--paper)", stroke: "var(--line)" } } : {};
  const [x, y, x1, x2, y1, y2] = (["x", "y", "x1", "x2", "y1", "y2"] as const).map(take);
  switch (mark.mark) {
    case "line":
      return [
        Plot.line(rows, { x, y, stroke: color, strokeWidth: 2, strokeDasharray: series?.dash, ...tip }),
      ];
    case "dot":
      return [Plot.dot(rows, { x, y, r: take("size") ?? 3.5, fill: color, fillOpacity: 0.75, ...tip })];
    case "area": {
      const band = y1 ? { y1, y2 } : { y1: baseline(chart, "y"), y2: y };
      return [Plot.areaY(rows, { x, ...band, fill: color, fillOpacity: 0.22, ...tip })];
    }
    case "bar": {
      const base = baseOf(chart, mark);
      const at = { fill: color, inset: 0.5, rx: 1.5, ...tip };
      return base === "x"
        ? [Plot.barY(rows, { x, y1: baseline(chart, "y"), y2: y, ...at })]
        : [Plot.barX(rows, { y, x1: baseline(chart, "x"), x2: x, ...at })];
    }
    case "rect":
      return [Plot.rect(rows, { x1, x2, y1, y2, fill: color, inset: 0.5, ...tip })];
    default:
      return [Plot.cell(rows, { x, y, fill: color, inset: 0.5, ...tip })];
  }
}

function drawRule(chart: Chart, mark: Mark): Plot.Markish[] {
  const style = { stroke: "var(--ink-2)", strokeDasharray: "3 3" };
  const at = (axis: Axis) => {
    const source = mark[axis];
    return typeof source === "number" ? [source] : readChannel(chart, mark, axis);
  };
  return mark.x === undefined ? [Plot.ruleY(at("y"), style)] : [Plot.ruleX(at("x"), style)];
}

/** Where bars and areas begin: zero, or the foot of a logarithmic axis, which has no zero. */
function baseline(chart: Chart, axis: Axis): number {
  const { log, domain } = chart[axis];
  if (!log) return 0;
  if (typeof domain?.[0] === "number") return domain[0];
  const positive = readAxis(chart, axis).filter(
    (value) => typeof value === "number" && value > 0,
  ) as number[];
  return positive.length === 0 ? 1 : 10 ** Math.floor(Math.log10(positive.reduce((a, b) => Math.min(a, b))));
}
