"use client";

import { useState } from "react";
import type { TableDisplay } from "@/lib/notebook/display";
import { formatNumber } from "@/lib/notebook/format";
import shared from "./outputs.module.css";
import { Scrollable } from "./Scrollable";
import { Spaced } from "./Spaced";
import table from "./Table.module.css";

/** Rows drawn until the reader asks for more: a thousand at once would hold the page up. */
const drawnAtFirst = 100;

export function TableOutput({ columns, rows, totalRows }: TableDisplay) {
  const [all, setAll] = useState(false);
  const drawn = all ? rows : rows.slice(0, drawnAtFirst);
  const numeric = columns.map((_, i) => rows.some((row) => typeof row[i] === "number"));
  return (
    <Scrollable label={`Table of ${totalRows} rows`} output="table">
      <table className={table.table}>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={column} scope="col" data-numeric={numeric[i] || undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are data without identity and never move
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
      {totalRows > drawn.length && (
        <p className={shared.cut}>
          first {drawn.length.toLocaleString("en-US")} of {totalRows.toLocaleString("en-US")} rows{" "}
          {rows.length > drawn.length && (
            <button type="button" className={shared.line} onClick={() => setAll(true)}>
              show {rows.length.toLocaleString("en-US")}
            </button>
          )}
        </p>
      )}
    </Scrollable>
  );
}

function TableCell({ value }: { value: TableDisplay["rows"][number][number] }) {
  if (value === null) return "–";
  if (typeof value === "number") return formatNumber(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return <Spaced text={value} />;
}
