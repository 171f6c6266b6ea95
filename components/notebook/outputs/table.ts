import type { TableDisplay } from "@/lib/notebook/display";

type Cell = TableDisplay["rows"][number][number];

export interface Order {
  column: number;
  direction: "ascending" | "descending";
}

/** The next order when a column's header is pressed: numbers begin with the largest, words with A. */
export function nextOrder(order: Order | undefined, column: number, numeric: boolean): Order | undefined {
  const [first, second] = numeric
    ? (["descending", "ascending"] as const)
    : (["ascending", "descending"] as const);
  if (order?.column !== column) return { column, direction: first };
  return order.direction === first ? { column, direction: second } : undefined;
}

/** Rows in order, without changing them; equal ones keep their places, empty cells go last either way. */
export function sortRows(rows: TableDisplay["rows"], order: Order | undefined): TableDisplay["rows"] {
  if (!order) return rows;
  const sign = order.direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[order.column] ?? null, b[order.column] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * compare(x, y);
  });
}

function compare(a: NonNullable<Cell>, b: NonNullable<Cell>): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}
