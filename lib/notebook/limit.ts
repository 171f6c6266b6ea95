import type { Display } from "./display";

/**
 * Cuts a display to the limits of `display.ts` and says what was cut, so that no honest cell ever meets a
 * validation error. Runs where the cell runs; the page validates again.
 */
export function limitDisplay(display: Display): Display {
  switch (display.kind) {
    case "text":
      return { ...display, text: cut(display.text, 100_000) };
    case "error":
      return { ...display, name: cut(display.name, 400), message: cut(display.message, 10_000) };
    case "table":
      return limitTable(display);
    case "bars":
      return {
        ...display,
        title: titleOf(
          display.title,
          display.bars.length > 200 && `first 200 of ${display.bars.length} bars`,
        ),
        bars: display.bars.slice(0, 200).map((bar) => ({
          label: cut(String(bar.label), 400),
          value: toPlotted(bar.value),
          removed: bar.removed === undefined ? undefined : Boolean(bar.removed),
        })),
      };
    case "heatmap":
      return limitHeatmap(display);
    default:
      return display;
  }
}

type Of<Kind extends Display["kind"]> = Extract<Display, { kind: Kind }>;

function limitTable(table: Of<"table">): Display {
  const limitCell = (cell: Of<"table">["rows"][number][number]) =>
    typeof cell === "string" ? cut(cell, 300) : cell;
  return {
    ...table,
    columns: table.columns.slice(0, 50).map((column) => cut(String(column), 400)),
    rows: table.rows.slice(0, 1_000).map((row) => row.slice(0, 50).map(limitCell)),
  };
}

function limitHeatmap(heatmap: Of<"heatmap">): Display {
  const [rows, columns] = [heatmap.values.length, heatmap.values[0]?.length ?? 0];
  const tooLarge = rows > 256 || columns > 256;
  return {
    ...heatmap,
    title: titleOf(heatmap.title, tooLarge && `first 256 of ${rows} × ${columns}`),
    values: heatmap.values.slice(0, 256).map((row) => row.slice(0, 256).map(toPlotted)),
    rowLabels: heatmap.rowLabels?.slice(0, 256).map((label) => cut(String(label), 400)),
    columnLabels: heatmap.columnLabels?.slice(0, 256).map((label) => cut(String(label), 400)),
  };
}

function titleOf(title: string | undefined, note: string | false): string | undefined {
  const text = note ? `${title ?? ""} (${note})`.trim() : title;
  return text === undefined ? undefined : cut(String(text), 400);
}

/** NaN and the infinities do not survive JSON: a gap. */
function toPlotted(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function cut(text: string, length: number): string {
  const note = " … cut";
  return text.length <= length ? text : text.slice(0, length - note.length) + note;
}
