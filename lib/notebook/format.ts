import { isList } from "./equal";
import { isShownArray, type ShownArray } from "./shown-array";

/** Six significant digits: enough to compare by eye, short enough to line up. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace("Infinity", "∞");
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e15) return value.toExponential(3);
  return String(Number(value.toPrecision(6)));
}

/** Largest number of items, characters and levels that a value is written out to. */
export interface FormatLimits {
  items: number;
  characters: number;
  depth: number;
}

const defaults: FormatLimits = { items: 100, characters: 20_000, depth: 6 };

/** Any value as text for people; never throws, never runs away, whatever getters and proxies do. */
export function format(value: unknown, limits: Partial<FormatLimits> = {}): string {
  const bounds = { ...defaults, ...limits };
  const text = safely(() => formatValue(value, { ...bounds, indent: "", seen: [], left: bounds.characters }));
  if (text.length <= bounds.characters) return text;
  return `${text.slice(0, bounds.characters)}\n… cut after ${bounds.characters} characters`;
}

interface Context extends FormatLimits {
  indent: string;
  /** The objects this one is inside, to notice circles. */
  seen: object[];
  /** Characters still worth writing; shared downwards only, so it bounds the work, not the exact length. */
  left: number;
}

/** Values of the cell may throw from any getter or `toString`; say so in their place. */
function safely(write: () => string): string {
  try {
    return write();
  } catch {
    return "[cannot be shown: reading it throws]";
  }
}

function formatValue(value: unknown, context: Context): string {
  if (typeof value === "string") return context.indent === "" ? value : JSON.stringify(value);
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return formatFunction(value);
  if (typeof value === "object" && value !== null) return formatObject(value, context);
  return String(value);
}

function formatFunction(value: { name: string }): string {
  return /^class\b/.test(Function.prototype.toString.call(value))
    ? `[class ${value.name}]`
    : `[function ${value.name}]`;
}

function formatObject(value: object, context: Context): string {
  if (context.seen.includes(value)) return "[circular]";
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date || value instanceof RegExp) return String(value);
  if (value instanceof Promise) return "[promise: write await before it]";
  const inner = { ...context, indent: `${context.indent}  `, seen: [...context.seen, value] };
  if (inner.seen.length > context.depth) return isList(value) ? "[…]" : "{…}";
  if (isList(value)) return formatList(value, inner, typedName(value));
  if (isShownArray(value)) return formatShown(value, inner);
  if (value instanceof Map) return formatEntries([...value], inner, `Map(${value.size}) `, " → ");
  if (value instanceof Set) return formatList([...value], inner, `Set(${value.size}) `);
  return formatRecord(value, inner);
}

/** "Array float32 [2, 3] [[1, 2, 3], [4, 5, 6]]". */
function formatShown(array: ShownArray, context: Context): string {
  const nested = array.toNested();
  const head = `Array ${array.dtype ?? ""} [${array.shape.join(", ")}] `.replace(/ +/g, " ");
  return isList(nested) ? formatList(nested, context, head) : head + formatValue(nested, context);
}

function typedName(list: object): string {
  return Array.isArray(list) ? "" : `${list.constructor.name} `;
}

function formatList(list: ArrayLike<unknown>, context: Context, prefix: string): string {
  const items = formatUpTo(list.length, context, (i) => formatValue(list[i], context));
  return `${prefix}[${layOut(items, context, true)}]`;
}

function formatRecord(value: object, context: Context): string {
  const keys = Object.keys(value);
  const name = Object.getPrototypeOf(value)?.constructor?.name;
  const prefix = typeof name === "string" && name !== "Object" ? `${name} ` : "";
  const record = value as Record<string, unknown>;
  const items = formatUpTo(
    keys.length,
    context,
    (i) => `${formatKey(keys[i])}: ${safely(() => formatValue(record[keys[i]], context))}`,
  );
  return `${prefix}{${padded(layOut(items, context))}}`;
}

function formatEntries(
  entries: [unknown, unknown][],
  context: Context,
  prefix: string,
  arrow: string,
): string {
  const items = formatUpTo(entries.length, context, (i) =>
    entries[i].map((side) => formatValue(side, context)).join(arrow),
  );
  return `${prefix}{${padded(layOut(items, context))}}`;
}

function formatKey(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : JSON.stringify(key);
}

function formatUpTo(count: number, context: Context, write: (index: number) => string): string[] {
  const items: string[] = [];
  let length = 0;
  for (let i = 0; i < Math.min(count, context.items) && length < context.left; i++) {
    items.push(safely(() => write(i)));
    length += items[i].length;
  }
  if (items.length < count) items.push(`… ${(count - items.length).toLocaleString("en-US")} more`);
  return items;
}

function padded(text: string): string {
  return text === "" || text.startsWith("\n") ? text : ` ${text} `;
}

/** On one line if that is short, else one item a line; the short items of a list (`flows`) just wrap. */
function layOut(items: string[], context: Context, flows = false): string {
  const line = items.join(", ");
  const short = line.length <= 72 || (flows && items.every((item) => item.length <= 24));
  if (short && !line.includes("\n")) return line;
  return `\n${items.map((item) => `${context.indent}${item}`).join(",\n")}\n${context.indent.slice(2)}`;
}
