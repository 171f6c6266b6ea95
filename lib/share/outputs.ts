import type { Display } from "../notebook/display";

/** A value by MIME type: what Jupyter calls a bundle. */
export type MimeBundle = Record<string, unknown>;

export type CellOutput =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string }
  | { output_type: "display_data"; data: MimeBundle; metadata: Record<string, unknown> }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** What a cell shows → an output of a Jupyter notebook. Everything has a plain text, whatever else it has. */
export function toOutput(display: Display): CellOutput {
  switch (display.kind) {
    case "text":
      if (display.tone === "value") return show({ "text/plain": display.text });
      return {
        output_type: "stream",
        name: display.tone === "log" ? "stdout" : "stderr",
        text: `${display.text}\n`,
      };
    case "table":
      return show({
        "text/plain": toColumns([display.columns, ...display.rows]),
        "text/html": toHtmlTable(display.columns, display.rows),
      });
    case "bars":
      return show({
        "text/plain": toColumns(display.bars.map(({ label, value }) => [label, value])),
        "image/svg+xml": drawBars(display.bars),
      });
    case "heatmap":
      return show({
        "text/plain": toColumns(display.values),
        "image/svg+xml": drawHeatmap(display.values, display.scale === "diverging"),
      });
    case "error":
      return {
        output_type: "error",
        ename: display.name,
        evalue: display.message,
        traceback: [`${display.name}: ${display.message}`],
      };
    case "series":
      return show({ "text/plain": display.values.map(toText).join(", ") });
    case "tensor":
      return show({
        "text/plain": display.slices
          .map(({ index, values }) => `[${index.join(", ")}]\n${toColumns(values)}`)
          .join("\n\n"),
      });
    case "tree":
      return show({
        "text/plain": display.lines
          .map(({ depth, key, text }) => `${"  ".repeat(depth)}${key === undefined ? "" : `${key}: `}${text}`)
          .join("\n"),
      });
    case "tokens":
      return show({ "text/plain": display.tokens.map(({ text }) => text).join("|") });
    case "markup":
      return show({ "text/plain": display.source, [markupTypes[display.language]]: display.source });
    case "expectation": {
      const { passed, subject, relation, expected, got } = display;
      const verdict = passed ? "holds" : `does not hold: got ${got}`;
      return show({ "text/plain": `${subject} ${relation} ${expected}: ${verdict}` });
    }
    default:
      // What only a page can draw is there as the data it was drawn from.
      return show({ "text/plain": `(${display.kind})`, "application/json": display });
  }
}

const markupTypes = { markdown: "text/markdown", html: "text/html", svg: "image/svg+xml" };

function show(data: MimeBundle): CellOutput {
  return { output_type: "display_data", data, metadata: {} };
}

type Cell = string | number | boolean | null | undefined;

function toColumns(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(toText).join("\t")).join("\n");
}

function toText(value: Cell): string {
  return typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value ?? "");
}

function toHtmlTable(columns: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const line = (tag: string, cells: readonly Cell[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(toText(cell))}</${tag}>`).join("")}</tr>`;
  const body = rows.map((row) => line("td", row)).join("");
  return `<table><thead>${line("th", columns)}</thead><tbody>${body}</tbody></table>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const barHeight = 22;
const labelWidth = 160;
const barWidth = 320;

function drawBars(bars: readonly { label: string; value: number | null }[]): string {
  const longest = Math.max(...bars.map(({ value }) => Math.abs(value ?? 0)), Number.MIN_VALUE);
  const lines = bars.map(({ label, value }, i) => {
    const width = (barWidth * Math.abs(value ?? 0)) / longest;
    const y = i * barHeight;
    return (
      `<text x="${labelWidth - 8}" y="${y + 15}" text-anchor="end">${escapeHtml(label)}</text>` +
      `<rect x="${labelWidth}" y="${y + 3}" width="${width.toFixed(1)}" height="${barHeight - 6}" fill="#0b6b52"/>` +
      `<text x="${(labelWidth + width + 6).toFixed(1)}" y="${y + 15}">${toText(value)}</text>`
    );
  });
  return drawing(labelWidth + barWidth + 100, bars.length * barHeight, lines);
}

const squareSize = 18;

function drawHeatmap(values: readonly (readonly (number | null)[])[], diverging: boolean): string {
  const all = values.flat().filter((value) => value !== null);
  const largest = Math.max(...all.map(Math.abs), Number.MIN_VALUE);
  const squares = values.flatMap((row, y) =>
    row.map((value, x) => {
      const fill = value === null ? "none" : diverging && value < 0 ? "#b5532a" : "#0b6b52";
      const opacity = (Math.abs(value ?? 0) / largest).toFixed(3);
      return `<rect x="${x * squareSize}" y="${y * squareSize}" width="${squareSize}" height="${squareSize}" fill="${fill}" fill-opacity="${opacity}"/>`;
    }),
  );
  const columns = Math.max(...values.map((row) => row.length), 0);
  return drawing(columns * squareSize, values.length * squareSize, squares);
}

function drawing(width: number, height: number, parts: readonly string[]): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="12">${parts.join("")}</svg>`;
}
