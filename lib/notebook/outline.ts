import type { TreeDisplay } from "./display";
import { isList } from "./equal";
import { format } from "./format";
import { isShownArray } from "./shown-array";

type Line = TreeDisplay["lines"][number];

/** Lines in all, children of one value, and levels that an outline goes into. */
const limits = { lines: 1_000, children: 100, depth: 8 };

/**
 * A value with what is inside it, as the lines of an outline; what no longer fits is counted in a note. Never
 * throws, whatever getters and proxies do.
 */
export function toOutline(value: unknown): TreeDisplay {
  const lines: Line[] = [];
  addLines(lines, undefined, value, []);
  return { kind: "tree", lines };
}

function addLines(lines: Line[], key: string | undefined, value: unknown, seen: object[]): void {
  const depth = seen.length;
  const circular = typeof value === "object" && value !== null && seen.includes(value);
  const text = circular ? "[circular]" : toPreview(value);
  lines.push({ depth, key: key?.slice(0, 200), text, type: circular ? "note" : typeOf(value) });
  if (circular || typeof value !== "object" || value === null) return;
  const { count, child } = readChildren(value);
  const room = Math.min(count, depth < limits.depth ? limits.children : 0);
  let shown = 0;
  // The last lines are kept for the notes of the values that stand open.
  for (; shown < room && lines.length < limits.lines - limits.depth - 1; shown++) {
    const [name, inner] = child(shown);
    addLines(lines, name, inner, [...seen, value]);
  }
  const rest = count - shown;
  if (rest > 0) lines.push({ depth: depth + 1, text: toNote(rest, depth), type: "note" });
}

function toNote(rest: number, depth: number): string {
  const count = rest.toLocaleString("en-US");
  return depth >= limits.depth
    ? `… ${count} inside: display this part on its own to see them`
    : `… ${count} more: display a slice to see them`;
}

interface Children {
  count: number;
  /** Name and value of one of them; a value that cannot be read is `unreadable`. */
  child(index: number): [key: string, value: unknown];
}

const unreadable = Symbol("unreadable");

function readChildren(value: object): Children {
  try {
    return findChildren(value);
  } catch {
    return ofList([]);
  }
}

function findChildren(value: object): Children {
  if (isShownArray(value)) return ofList(value.toNested());
  if (isList(value)) return ofList(value);
  if (value instanceof Map) return ofMap(value);
  if (value instanceof Set) return ofList([...value]);
  if (isOpaque(value)) return ofList([]);
  const keys = Object.keys(value);
  return { count: keys.length, child: (i) => [keys[i], read(value, keys[i])] };
}

function ofList(list: unknown): Children {
  const count = isList(list) ? list.length : 0;
  return { count, child: (i) => [String(i), read(list as object, i)] };
}

function ofMap(map: ReadonlyMap<unknown, unknown>): Children {
  const entries = [...map];
  return {
    count: map.size,
    child: (i) => [format(entries[i][0], { characters: 60, items: 4 }), entries[i][1]],
  };
}

function read(value: object, key: string | number): unknown {
  try {
    return (value as Record<string | number, unknown>)[key];
  } catch {
    return unreadable;
  }
}

/** Said in one line; there is nothing to open. */
function isOpaque(value: object): boolean {
  return (
    value instanceof Error || value instanceof Date || value instanceof RegExp || value instanceof Promise
  );
}

/** Written out down to the first level, on one line. */
function toPreview(value: unknown): string {
  if (value === unreadable) return "[cannot be shown: reading it throws]";
  if (typeof value === "string") return cut(JSON.stringify(value.slice(0, 400)), 300);
  const text = format(value, { items: 8, depth: 2, characters: 300 });
  return cut(text.replace(/\s*\n\s*/g, " "), 120);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function typeOf(value: unknown): Line["type"] {
  if (value === unreadable) return "note";
  if (typeof value === "string" || typeof value === "function") return typeof value as "string" | "function";
  if (typeof value === "number" || typeof value === "bigint") return "number";
  if (typeof value !== "object" || value === null) return "constant";
  return isListLike(value) ? "list" : "object";
}

function isListLike(value: object): boolean {
  try {
    return isList(value) || isShownArray(value) || value instanceof Set;
  } catch {
    return false;
  }
}
