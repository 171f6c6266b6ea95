import type { Display } from "./display";
import { tooMuch } from "./markup-marks";

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
    case "series":
      return limitSeries(display);
    case "tensor":
      return limitTensor(display);
    case "tokens":
      return limitTokens(display);
    case "markup":
      return limitMarkup(display);
    case "expectation":
      return {
        ...display,
        subject: cut(display.subject, 400),
        relation: cut(display.relation, 400),
        expected: cut(display.expected, 2_000),
        got: cut(display.got, 2_000),
      };
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

function limitSeries(series: Of<"series">): Display {
  const { length } = series.values;
  const note = length > 4_096 && `first 4,096 of ${length.toLocaleString("en-US")}; slice it to see the rest`;
  return {
    ...series,
    title: titleOf(series.title, note),
    values: series.values.slice(0, 4_096).map(toPlotted),
  };
}

function limitTensor(tensor: Of<"tensor">): Display {
  const { shape } = tensor;
  const cells = (axes: number[]) => axes.reduce((product, length) => product * length, 1);
  const slices = cells(shape.slice(0, -2));
  const cutSlices =
    slices > tensor.slices.length &&
    `first ${tensor.slices.length} of ${slices.toLocaleString("en-US")} slices`;
  const cutCells = shape.slice(-2).some((length) => length > 256) && "256 each way";
  const note = [cutSlices, cutCells].filter(Boolean).join(", ");
  return {
    ...tensor,
    title: titleOf(tensor.title, note !== "" && `${note}; slice it to see the rest`),
    slices: tensor.slices.slice(0, 64).map(({ index, values }) => ({
      index,
      values: values.slice(0, 256).map((row) => row.slice(0, 256).map(toPlotted)),
    })),
  };
}

function limitTokens(tokens: Of<"tokens">): Display {
  const { length } = tokens.tokens;
  const toShare = (probability: unknown) => {
    const share = toPlotted(probability);
    return share === null ? undefined : Math.min(1, Math.max(0, share));
  };
  return {
    ...tokens,
    title: titleOf(tokens.title, length > 1_000 && `first 1,000 of ${length.toLocaleString("en-US")} tokens`),
    tokens: tokens.tokens.slice(0, 1_000).map(({ text, probability, id }) => ({
      text: cut(String(text), 200),
      probability: toShare(probability),
      id: typeof id === "number" && Number.isInteger(id) && id >= 0 ? id : undefined,
    })),
  };
}

/** Half a picture or half a page is worse than none: said in words instead. */
function limitMarkup(markup: Of<"markup">): Display {
  const { length } = markup.source;
  const refusal = tooMuch(markup);
  if (refusal) return { kind: "text", text: `… ${markup.language} of ${refusal}`, tone: "warn" };
  if (length <= 200_000) return markup;
  if (markup.language === "markdown") return { ...markup, source: cut(markup.source, 200_000) };
  const size = length.toLocaleString("en-US");
  return { kind: "text", text: `… ${markup.language} of ${size} characters: too long to draw`, tone: "warn" };
}

function titleOf(title: string | undefined, note: string | false): string | undefined {
  const text = note ? `${title ?? ""} (${note})`.trim() : title;
  return text === undefined ? undefined : cut(String(text), 400);
}

/** NaN and the infinities do not survive JSON: a gap. Six digits are all that is ever read off a picture. */
function toPlotted(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}

function cut(text: string, length: number): string {
  const note = " … cut";
  return text.length <= length ? text : text.slice(0, length - note.length) + note;
}
