import type { Display } from "./display";
import { isList } from "./equal";
import { format } from "./format";
import { limitDisplay } from "./limit";
import { describeError } from "./locate";
import { isShownArray } from "./shown-array";

/** Any value → what is drawn under the cell; wrapped arrays by `shown-array.ts`. Never throws. */
export function inspect(value: unknown): Display {
  try {
    return limitDisplay(choose(value));
  } catch {
    return { kind: "text", text: format(value), tone: "value" };
  }
}

function choose(value: unknown): Display {
  if (value instanceof Error) return { kind: "error", ...describeError(value) };
  if (isShownArray(value)) return choose(value.toNested());
  if (isMatrix(value)) return toHeatmap(value);
  if (isRecords(value)) return toTable(value);
  return { kind: "text", text: format(value), tone: "value" };
}

type Matrix = ArrayLike<ArrayLike<number>>;

/** At least two rows of one length, all numbers. */
function isMatrix(value: unknown): value is Matrix {
  if (!Array.isArray(value) || value.length < 2 || !isList(value[0]) || value[0].length === 0) return false;
  const width = value[0].length;
  return value.every((row) => isList(row) && row.length === width && isNumbers(row));
}

function isNumbers(list: ArrayLike<unknown>): boolean {
  for (let i = 0; i < list.length; i++) if (typeof list[i] !== "number") return false;
  return true;
}

function toHeatmap(matrix: Matrix): Display {
  const values = Array.from(matrix, (row) => Array.from(row));
  const signed = values.some((row) => row.some((value) => value < 0));
  return { kind: "heatmap", values, scale: signed ? "diverging" : "sequential" };
}

/** Plain objects with the same keys and nothing nested in them. */
function isRecords(value: unknown): value is Record<string, unknown>[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPlain)) return false;
  const keys = Object.keys(value[0]).join("\n");
  return (
    keys !== "" &&
    value.every((row) => Object.keys(row).join("\n") === keys && Object.values(row).every(isFlat))
  );
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isFlat(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

function toTable(records: Record<string, unknown>[]): Display {
  const columns = Object.keys(records[0]);
  const rows = records.slice(0, 1_000).map((record) => columns.map((column) => toCell(record[column])));
  return { kind: "table", columns, rows, totalRows: records.length };
}

function toCell(value: unknown): number | string | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return value;
  return format(value);
}
