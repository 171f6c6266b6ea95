"use client";

import { useMemo, useState } from "react";
import type { TableDisplay } from "@/lib/notebook/display";
import { formatNumber } from "@/lib/notebook/format";
import shared from "./outputs.module.css";
import { Scrollable } from "./Scrollable";
import { Spaced } from "./Spaced";
import table from "./Table.module.css";
import { nextOrder, type Order, sortRows } from "./table";

/** Rows drawn until the reader asks for more, and with each wish: a thousand at once would hold the page up. */
const drawnAtFirst = 50;
const drawnMore = 250;

const arrows = { none: "↕", ascending: "↑", descending: "↓" };

/** Rows and columns; a press on a column's name sorts by it. */
export function TableOutput({ columns, rows, totalRows }: TableDisplay) {
  const [limit, setLimit] = useState(drawnAtFirst);
  const [order, setOrder] = useState<Order>();
  const sorted = useMemo(() => sortRows(rows, order), [rows, order]);
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  const drawn = sorted.slice(0, limit);
  return (
    <div className={table.output} data-output="table">
      <Scrollable label={`Table of ${totalRows} rows`}>
        <table className={table.table}>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th
                  key={column}
                  scope="col"
                  data-numeric={numeric[i] || undefined}
                  aria-sort={order?.column === i ? order.direction : undefined}
                >
                  {rows.length > 1 ? (
                    <button type="button" onClick={() => setOrder(nextOrder(order, i, numeric[i]))}>
                      {column}
                      <span aria-hidden="true">
                        {order?.column === i ? arrows[order.direction] : arrows.none}
                      </span>
                    </button>
                  ) : (
                    column
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {drawn.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are data without identity
              <tr key={i}>
                {columns.map((column, j) => (
                  <td key={column} data-numeric={numeric[j] || undefined}>
                    <TableCell value={row[j] ?? null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
      <Cut
        drawn={drawn.length}
        kept={rows.length}
        total={totalRows}
        onMore={() => setLimit(limit + drawnMore)}
      />
    </div>
  );
}

/** How much is on show, and how to see the rest: on request, or by a slice of the data where the page has no more. */
function Cut({ drawn, kept, total, onMore }: { drawn: number; kept: number; total: number; onMore(): void }) {
  if (total <= drawn) return null;
  return (
    <p className={shared.cut}>
      {drawn.toLocaleString("en-US")} of {total.toLocaleString("en-US")} rows{" "}
      {kept > drawn ? (
        <button type="button" className={shared.line} onClick={onMore}>
          Show {Math.min(drawnMore, kept - drawn).toLocaleString("en-US")} more
        </button>
      ) : (
        "are kept; show a slice of the data to see the others"
      )}
    </p>
  );
}

function TableCell({ value }: { value: TableDisplay["rows"][number][number] }) {
  if (value === null) return "–";
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return <Spaced text={value} />;
}
