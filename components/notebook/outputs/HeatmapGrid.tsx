"use client";

import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from "react";
import type { HeatmapDisplay } from "@/lib/notebook/display";
import { type Cell, moveInGrid, summarize, toReading, toShade, toStrength } from "./heatmap";
import shared from "./outputs.module.css";
import { Readout } from "./Readout";

/** Up to this many columns and rows the numbers stand in the cells. */
const written = { columns: 8, rows: 16 };

/** A small matrix: every cell is an element that the keyboard reaches. */
export function HeatmapGrid({ heatmap }: { heatmap: HeatmapDisplay }) {
  const sentence = useId();
  const { values, rowLabels, columnLabels, scale } = heatmap;
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Cell>();
  const [tabRow, tabColumn] = at ?? [0, 0];
  const width = values[0]?.length ?? 0;
  const withNumbers = width <= written.columns && values.length <= written.rows;
  const shade = toShade(heatmap);
  const strength = toStrength(heatmap);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveInGrid(event.key, [tabRow, tabColumn], values.length, width);
    if (!next) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.join(",")}"]`)?.focus();
  };

  return (
    <>
      <div className={shared.scroll}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table walked with arrow keys
          role="grid"
          aria-describedby={sentence}
          data-written={withNumbers || undefined}
          onKeyDown={onKeyDown}
          onMouseLeave={() => setAt(undefined)}
        >
          {columnLabels && (
            <thead>
              <tr>
                {rowLabels && <td />}
                {columnLabels.map((label, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat; columns never move
                  <th key={i} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {values.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are data without identity and never move
              <tr key={i}>
                {rowLabels && <th scope="row">{rowLabels[i]}</th>}
                {row.map((value, j) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                    key={j}
                    data-at={`${i},${j}`}
                    data-gap={value === null || undefined}
                    data-sign={scale === "diverging" ? ((value ?? 0) < 0 ? "-" : "+") : undefined}
                    tabIndex={i === tabRow && j === tabColumn ? 0 : -1}
                    aria-label={toReading(heatmap, [i, j])}
                    style={
                      { "--shade": shade(value), "--t": strength(value ?? 0).toFixed(3) } as CSSProperties
                    }
                    onFocus={() => setAt([i, j])}
                    onMouseEnter={() => setAt([i, j])}
                  >
                    {withNumbers && value !== null && <span aria-hidden="true">{toShort(value)}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Readout id={sentence} sentence={summarize(heatmap)} reading={at && toReading(heatmap, at)} />
    </>
  );
}

/** Three digits fit into a cell; the reading below has them all. */
function toShort(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 10_000) return String(value);
  const size = Math.abs(value);
  return size < 1e-3 || size >= 10_000 ? value.toExponential(0) : String(Number(value.toPrecision(2)));
}
