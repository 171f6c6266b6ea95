import type { PlotDisplay } from "./display";
import { readAxis } from "./plot-series";

/**
 * What `plot(…)` of a cell is given → a complete, bounded chart. Everything wrong with the specification is
 * said here, where the cell runs, so that the error points at the reader's line.
 */

type Mark = PlotDisplay["marks"][number];
type Table = PlotDisplay["tables"][number];
type Row = Record<string, unknown>;

const positions = ["x", "y", "x1", "x2", "y1", "y2"] as const;
const channels = [...positions, "color", "size"] as const;

/** Channels a mark cannot do without; one group of them is enough. */
const needed: Record<Mark["mark"], (typeof channels)[number][][]> = {
  line: [["x", "y"]],
  dot: [["x", "y"]],
  bar: [["x", "y"]],
  area: [
    ["x", "y"],
    ["x", "y1", "y2"],
  ],
  rule: [["x"], ["y"]],
  rect: [["x1", "x2", "y1", "y2"]],
  cell: [["x", "y"]],
};

const limits = { tables: 8, marks: 8, columns: 20, rows: 5_000, text: 200 };

export function toPlotDisplay(spec: unknown): PlotDisplay {
  if (!isRow(spec)) throw new Error("plot: give it an object like { data, marks: [{ mark, x, y }] }.");
  const { title, data, marks, x, y } = spec;
  if (!Array.isArray(marks) || marks.length === 0)
    throw new Error('plot: "marks" is a list with at least one mark, like [{ mark: "line", x, y }].');
  if (marks.length > limits.marks) throw new Error(`plot: at most ${limits.marks} marks.`);
  const sources: unknown[] = [];
  const tables: Table[] = [];
  const complete = marks.map((mark: unknown, i) => {
    const name = `mark ${i + 1}`;
    if (!isRow(mark) || !isMarkName(mark.mark))
      throw new Error(`plot: ${name} needs a "mark" out of ${Object.keys(needed).join(", ")}.`);
    const source = mark.data ?? data ?? [];
    if (!sources.includes(source)) {
      sources.push(source);
      tables.push(toTable(source, `plot: ${name} (${mark.mark})`));
    }
    return toMark({ ...mark, mark: mark.mark }, sources.indexOf(source), tables, `${name} (${mark.mark})`);
  });
  const plot: PlotDisplay = {
    kind: "plot",
    title: title === undefined ? undefined : String(title),
    x: toAxis(x, "x"),
    y: toAxis(y, "y"),
    tables,
    marks: complete,
  };
  checkLogarithms(plot);
  return plot;
}

function checkLogarithms(plot: PlotDisplay): void {
  for (const axis of ["x", "y"] as const) {
    const low =
      plot[axis].log && readAxis(plot, axis).find((value) => typeof value === "number" && value <= 0);
    if (typeof low === "number")
      throw new Error(
        `plot: ${axis} is logarithmic, but holds ${low}. Keep only what lies above 0, or leave out log.`,
      );
  }
}

function toMark(given: Row & { mark: Mark["mark"] }, table: number, tables: Table[], name: string): Mark {
  const mark: Mark = { mark: given.mark, table };
  const { columns } = tables[table];
  for (const channel of channels) {
    const value = given[channel];
    if (value === undefined) continue;
    if (typeof value === "string" && !columns.includes(value))
      throw new Error(
        `plot: ${name} says ${channel}: "${value}", but its rows have ${columns.join(", ") || "no columns"}.`,
      );
    if (typeof value !== "string" && (channel === "color" || !Number.isFinite(value)))
      throw new Error(
        `plot: ${name}: ${channel} is the name of a column${channel === "color" ? "" : ", or a number"}.`,
      );
    Object.assign(mark, { [channel]: value });
  }
  const groups = needed[given.mark];
  if (!groups.some((group) => group.every((channel) => mark[channel] !== undefined)))
    throw new Error(`plot: ${name} needs ${groups.map((group) => group.join(", ")).join(", or ")}.`);
  return mark;
}

function toTable(source: unknown, name: string): Table {
  const rows = Array.isArray(source) ? source : undefined;
  if (!rows?.every(isRow))
    throw new Error(`${name}: "data" is a list of objects with the same keys, one object a row.`);
  const columns = [...new Set(rows.slice(0, limits.rows).flatMap((row) => Object.keys(row)))];
  if (columns.length > limits.columns)
    throw new Error(`${name}: its rows have ${columns.length} columns; at most ${limits.columns}.`);
  return {
    columns,
    rows: rows.slice(0, limits.rows).map((row) => columns.map((column) => toValue(row[column]))),
    totalRows: rows.length,
  };
}

/** Numbers keep six digits: more cannot be seen, and a chart travels as text. */
function toValue(value: unknown): Table["rows"][number][number] {
  if (typeof value === "number") return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
  if (typeof value === "boolean" || value === null || value === undefined) return value ?? null;
  return String(value).slice(0, limits.text);
}

function toAxis(given: unknown, name: "x" | "y"): PlotDisplay["x"] {
  if (given === undefined) return { log: false };
  if (!isRow(given)) throw new Error(`plot: ${name} is an object like { label: "step", log: true }.`);
  const { label, log, domain } = given;
  return {
    label: label === undefined ? undefined : String(label),
    log: Boolean(log),
    domain: toDomain(domain, Boolean(log), name),
  };
}

function toDomain(domain: unknown, log: boolean, name: string): PlotDisplay["x"]["domain"] {
  if (domain === undefined) return undefined;
  const list = Array.isArray(domain) ? (domain as unknown[]) : [];
  if (list.length > 0 && list.length <= 200 && list.every((item) => typeof item === "string"))
    return list.map((item) => item.slice(0, limits.text));
  const [low, high] = list;
  if (list.length !== 2 || !isFiniteNumber(low) || !isFiniteNumber(high) || low === high)
    throw new Error(`plot: the domain of ${name} is two different numbers, or a list of categories.`);
  if (log && Math.min(low, high) <= 0)
    throw new Error(`plot: ${name} is logarithmic, so its domain lies above 0.`);
  return [low, high];
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isMarkName(name: unknown): name is Mark["mark"] {
  return typeof name === "string" && Object.hasOwn(needed, name);
}

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
