/** How a chart's values become places and colors: the options of Observable Plot's scales. */

import type { ScaleOptions } from "@observablehq/plot";
import type { PlotDisplay } from "./display";
import { isTinted, labelOf, readAxis, readChannel } from "./plot-series";

type Mark = PlotDisplay["marks"][number];
type Axis = "x" | "y";

/** Words on an axis, or the axis that bars and cells stand on, part it into bands. */
export function isCategorical(plot: PlotDisplay, axis: Axis): boolean {
  const words = (mark: Mark) =>
    readChannel(plot, mark, axis).some((value) => typeof value === "string" || typeof value === "boolean");
  return plot.marks.some(
    (mark) => words(mark) || mark.mark === "cell" || (mark.mark === "bar" && axis === baseOf(plot, mark)),
  );
}

/** The axis that a bar stands on: x, unless only y has words. */
export function baseOf(plot: PlotDisplay, mark: Mark): Axis {
  const words = (axis: Axis) => readChannel(plot, mark, axis).some((value) => typeof value === "string");
  return words("y") && !words("x") ? "y" : "x";
}

/** Room for the longest label beside the y axis, at about seven pixels a character. */
export function marginFor(chart: PlotDisplay): number {
  const values = [...new Set(readAxis(chart, "y"))];
  const longest = isCategorical(chart, "y")
    ? Math.max(0, ...values.map((value) => String(value ?? "").length))
    : tickLength(values.filter((value) => typeof value === "number"));
  return Math.min(160, 22 + longest * 7);
}

/** Characters of the longest number on an axis with about five ticks. */
function tickLength(values: number[]): number {
  const low = values.reduce((a, b) => Math.min(a, b), 0);
  const high = values.reduce((a, b) => Math.max(a, b), 0);
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10((high - low || 1) / 5))));
  const whole = Math.max(...[low, high].map((value) => formatTick(Math.trunc(value)).length));
  return Math.max(3, whole + (decimals > 0 ? decimals + 1 : 0));
}

export function toScale(chart: PlotDisplay, axis: Axis): ScaleOptions {
  const { log, domain } = chart[axis];
  const banded = chart.marks.some(({ mark }) => mark === "bar" || mark === "cell");
  const grid = {
    label: labelOf(chart, axis) || null,
    ...(axis === "x" ? { labelOffset: 36 } : { labelAnchor: "top" as const }),
  };
  if (isCategorical(chart, axis)) {
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
function spanOf(chart: PlotDisplay, axis: Axis): number {
  const values = (chart[axis].domain ?? readAxis(chart, axis)).filter(
    (value) => typeof value === "number" && value > 0,
  ) as number[];
  if (values.length === 0) return 0;
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return Math.log10(high / low);
}

/** The scale of a color column that holds numbers. */
export function toTint(chart: PlotDisplay): ScaleOptions | undefined {
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

/** Where bars and areas begin: zero, or the foot of a logarithmic axis, which has no zero. */
export function baselineOf(chart: PlotDisplay, axis: Axis): number {
  const { log, domain } = chart[axis];
  if (!log) return 0;
  if (typeof domain?.[0] === "number") return domain[0];
  const positive = readAxis(chart, axis).filter(
    (value) => typeof value === "number" && value > 0,
  ) as number[];
  return positive.length === 0 ? 1 : 10 ** Math.floor(Math.log10(positive.reduce((a, b) => Math.min(a, b))));
}
