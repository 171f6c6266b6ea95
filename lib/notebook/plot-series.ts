import type { PlotDisplay } from "./display";
import { formatNumber } from "./format";

/** What tells one line, bar or group of dots from another, and how it is drawn. */
export interface Series {
  name: string;
  /** A color of the page, by night and by day. */
  color: string;
  /** Dashes of its lines, for readers who cannot tell the colors apart. */
  dash: string;
}

type Mark = PlotDisplay["marks"][number];
type Value = PlotDisplay["tables"][number]["rows"][number][number];

const colors = [1, 2, 3, 4].map((n) => `var(--cat-${n})`);
const dashes = ["none", "7 3", "2 3", "9 3 2 3"];

/** In order of appearance; the ninth looks like the first. */
export function findSeries(plot: PlotDisplay): Series[] {
  const named = plot.marks.map((mark) => ({ line: mark.mark === "line", names: namesOf(plot, mark) }));
  const names = [...new Set(named.flatMap((mark) => mark.names))];
  const lines = [...new Set(named.flatMap((mark) => (mark.line ? mark.names : [])))];
  return names.map((name, i) => {
    const line = lines.indexOf(name);
    return {
      name,
      color: colors[i % 4],
      dash: line < 0 ? "none" : dashes[(line + Math.floor(line / 4)) % 4],
    };
  });
}

/** Words in the color column make a series each; a mark without color is one series, named by its column. */
export function namesOf(plot: PlotDisplay, mark: Mark): string[] {
  if (mark.mark === "rule" || isTinted(plot, mark)) return [];
  if (mark.color === undefined) return [soleName(mark)];
  return [...new Set(readChannel(plot, mark, "color").map((value) => String(value ?? "–")))];
}

export function soleName(mark: Mark): string {
  if (typeof mark.y1 === "string" && typeof mark.y2 === "string") return `${mark.y1} to ${mark.y2}`;
  const name = [mark.y, mark.y2, mark.x].find((channel) => typeof channel === "string");
  return String(name ?? mark.mark);
}

/** Numbers in the color column are a tint, not series. */
export function isTinted(plot: PlotDisplay, mark: Mark): boolean {
  return (
    mark.color !== undefined &&
    readChannel(plot, mark, "color").every((value) => typeof value === "number" || value === null)
  );
}

/** The values of a channel, row by row; a number stands for all rows. */
export function readChannel(
  plot: PlotDisplay,
  mark: Mark,
  channel: Exclude<keyof Mark, "mark" | "table">,
): Value[] {
  const { columns, rows } = plot.tables[mark.table] ?? { columns: [], rows: [] };
  const source = mark[channel];
  if (source === undefined) return [];
  if (typeof source === "number") return rows.map(() => source);
  const at = columns.indexOf(source);
  return rows.map((row) => row[at] ?? null);
}

/** All that a chart puts on one axis. */
export function readAxis(plot: PlotDisplay, axis: "x" | "y"): Value[] {
  const channels = [axis, `${axis}1`, `${axis}2`] as const;
  return plot.marks.flatMap((mark) => channels.flatMap((channel) => readChannel(plot, mark, channel)));
}

export function labelOf(plot: PlotDisplay, axis: "x" | "y"): string {
  const given = plot[axis].label;
  if (given !== undefined) return given;
  const channels = plot.marks.flatMap((mark) => [mark[axis], mark[`${axis}1`], mark[`${axis}2`]]);
  const names = new Set(channels.filter((channel) => typeof channel === "string"));
  return names.size === 1 ? [...names][0] : "";
}

const nouns: Record<Mark["mark"], string> = {
  line: "line",
  dot: "dots",
  bar: "bars",
  area: "area",
  rule: "rule",
  rect: "rectangles",
  cell: "cells",
};

/** The chart in a sentence or two: what is drawn over what, and how far it reaches. */
export function summarizePlot(plot: PlotDisplay): string {
  const marks = [...new Set(plot.marks.map(({ mark }) => nouns[mark]))];
  const series = findSeries(plot).map(({ name }) => name);
  const of = series.length > 1 ? `, one each for ${series.slice(0, 8).join(", ")}` : "";
  const kinds = listWords(marks);
  const axes = (["x", "y"] as const).map((axis) => describeAxis(plot, axis)).filter(Boolean);
  return `${kinds[0].toUpperCase()}${kinds.slice(1)}${of}. ${axes.join(" ")}`.trim();
}

function describeAxis(plot: PlotDisplay, axis: "x" | "y"): string {
  const values = readAxis(plot, axis).filter((value) => value !== null);
  if (values.length === 0) return "";
  const name = labelOf(plot, axis) || axis;
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length < values.length) {
    const words = [...new Set(values.map(String))];
    return `${name}: ${words.slice(0, 8).join(", ")}${words.length > 8 ? " …" : ""}.`;
  }
  const range = numbers.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return `${name}: from ${formatNumber(range[0])} to ${formatNumber(range[1])}${plot[axis].log ? ", logarithmic" : ""}.`;
}

function listWords(words: string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
