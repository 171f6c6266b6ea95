"use client";

import { type CSSProperties, type KeyboardEvent, useId, useRef, useState } from "react";
import type { HeatmapDisplay } from "@/lib/notebook/display";
import { formatNumber } from "@/lib/notebook/format";
import styles from "./Heatmap.module.css";
import { moveInGrid, summarize, toShade } from "./heatmap";
import shared from "./outputs.module.css";

/** Cells drawn at most, each way: each is an element that can be reached by keyboard. */
const drawn = 64;

/** A matrix as a grid of tints: the value on hover and on focus (arrow keys), and a sentence for all. */
export function HeatmapOutput(heatmap: HeatmapDisplay) {
  const { title, values, rowLabels, columnLabels } = heatmap;
  const sentence = useId();
  const grid = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<[row: number, column: number]>();
  const [tabRow, tabColumn] = at ?? [0, 0];
  const rows = values.slice(0, drawn).map((row) => row.slice(0, drawn));
  const width = rows[0]?.length ?? 0;
  const shade = toShade(heatmap);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveInGrid(event.key, [tabRow, tabColumn], rows.length, width);
    if (!next) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.join(",")}"]`)?.focus();
  };

  return (
    <figure className={styles.heatmap} data-output="heatmap">
      {title && <figcaption>{title}</figcaption>}
      <div className={shared.scroll}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table walked with arrow keys
          role="grid"
          aria-describedby={sentence}
          onKeyDown={onKeyDown}
          onMouseLeave={() => setAt(undefined)}
        >
          {columnLabels && (
            <thead>
              <tr>
                {rowLabels && <td />}
                {columnLabels.slice(0, drawn).map((label, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: labels may repeat; columns never move
                  <th key={i} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are data without identity and never move
              <tr key={i}>
                {rowLabels && <th scope="row">{rowLabels[i]}</th>}
                {row.map((value, j) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
                    key={j}
                    data-at={`${i},${j}`}
                    data-gap={value === null || undefined}
                    tabIndex={i === tabRow && j === tabColumn ? 0 : -1}
                    aria-label={toReading(heatmap, i, j)}
                    style={{ "--shade": shade(value) } as CSSProperties}
                    onFocus={() => setAt([i, j])}
                    onMouseEnter={() => setAt([i, j])}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.readout}>{at ? toReading(heatmap, ...at) : " "}</p>
      <p id={sentence} className={shared.cut}>
        {summarize(heatmap)}
        {(values.length > drawn || (values[0]?.length ?? 0) > drawn) &&
          ` The first ${drawn} each way are drawn.`}
      </p>
    </figure>
  );
}

function toReading({ values, rowLabels, columnLabels }: HeatmapDisplay, row: number, column: number): string {
  const value = values[row]?.[column] ?? null;
  const place = `${rowLabels?.[row] ?? `row ${row}`}, ${columnLabels?.[column] ?? `column ${column}`}`;
  return `${place}: ${value === null ? "not a finite number" : formatNumber(value)}`;
}
