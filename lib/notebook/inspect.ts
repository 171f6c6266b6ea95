import type { Display } from "./display";
import { isList } from "./equal";
import { format } from "./format";
import { limitDisplay } from "./limit";
import { describeError } from "./locate";
import { toOutline } from "./outline";
import { shapeOf } from "./shape";
import { isShownArray, type ShownArray } from "./shown-array";

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
  if (isShownArray(value)) return chooseForArray(value);
  return toPicture(value) ?? (isRecords(value) ? toTable(value) : toText(value));
}

function chooseForArray(array: ShownArray): Display {
  const nested = array.toNested();
  return toPicture(nested, array.dtype) ?? toText(isList(nested) ? array : nested);
}

/** On one line if it fits, or wrapped like a few words; anything larger can be opened part by part. */
function toText(value: unknown): Display {
  const text = format(value);
  const opens = typeof value === "object" && value !== null && !isFewWords(value) && !isLine(text, value);
  return opens ? toOutline(value) : { kind: "text", text, tone: "value" };
}

function isLine(text: string, value: object): boolean {
  return !text.includes("\n") && !(isList(value) && value.length > fewWords);
}

const fewWords = 100;

function isFewWords(value: object): boolean {
  return isList(value) && value.length <= fewWords && Array.from(value).every(isFlat);
}

/** Numbers in a list up to this long are read rather than looked at. */
const fewNumbers = 32;

/** Numbers in nested lists: a line for one long axis, a heatmap for two, several for more. */
function toPicture(value: unknown, dtype?: string): Display | undefined {
  const shape = shapeOf(value);
  if (!shape || shape.includes(0)) return undefined;
  const title = dtype && `${dtype} [${shape.join(", ")}]`;
  if (shape.length === 1) {
    const [total] = shape;
    if (total <= fewNumbers) return undefined;
    return { kind: "series", title, values: Array.from(value as ArrayLike<number>), total };
  }
  if (shape.length === 2) return shape[0] < 2 ? undefined : { ...toHeatmap(value as Matrix), title };
  return toTensor(value as ArrayLike<unknown>, shape, title);
}

type Matrix = ArrayLike<ArrayLike<number>>;

function toHeatmap(matrix: Matrix) {
  const values = Array.from(matrix, (row) => Array.from(row));
  return { kind: "heatmap" as const, values, scale: scaleOf([values]) };
}

/** The first slices of the last two axes: at most 64, and no more numbers than a page should carry. */
function toTensor(value: ArrayLike<unknown>, shape: number[], title?: string): Display {
  const [rows, columns] = shape.slice(-2);
  const room = Math.min(64, Math.max(1, Math.floor(65_536 / (rows * columns))));
  const slices = [...slicesOf(value, shape.length, [], room)];
  return { kind: "tensor", title, shape, slices, scale: scaleOf(slices.map(({ values }) => values)) };
}

function* slicesOf(
  value: ArrayLike<unknown>,
  axes: number,
  index: number[],
  room: number,
): Generator<{ index: number[]; values: number[][] }> {
  if (axes === 2) return yield { index, values: Array.from(value as Matrix, (row) => Array.from(row)) };
  let left = room;
  for (let i = 0; i < value.length && left > 0; i++) {
    for (const slice of slicesOf(value[i] as ArrayLike<unknown>, axes - 1, [...index, i], left)) {
      yield slice;
      left--;
    }
  }
}

function scaleOf(matrices: number[][][]): "diverging" | "sequential" {
  const signed = matrices.some((rows) => rows.some((row) => row.some((value) => value < 0)));
  return signed ? "diverging" : "sequential";
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
  return value === null || (typeof value !== "object" && typeof value !== "function");
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
