"use client";

import { type KeyboardEvent, memo, useRef } from "react";
import { moveInGrid } from "@/components/notebook/outputs/heatmap";
import type { Matrix } from "../matrix";
import styles from "./AttentionMap.module.css";
import { shade, style } from "./shade";

export type Cell = readonly [query: number, key: number];

interface AttentionMapProps {
  /** `[T, T]`, rows are queries. */
  weights: Matrix;
  labels: string[];
  causal: boolean;
  /** The pair under the pointer or the focus. */
  selected: Cell;
  words: { queries: string; keys: string; reading(query: number, key: number): string };
  describedBy: string;
  onSelect(cell: Cell): void;
}

/** One head's attention, large: a row for each query, its shares of the keys along it. */
export function AttentionMap(props: AttentionMapProps) {
  const { weights, labels, causal, selected, words, describedBy, onSelect } = props;
  const table = useRef<HTMLTableElement>(null);
  const T = weights.length;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveInGrid(event.key, [...selected] as [number, number], T, T);
    if (!next) return;
    event.preventDefault();
    onSelect(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.join(",")}"]`)?.focus();
  };
  return (
    <div className={styles.scroll}>
      <table
        ref={table}
        className={styles.map}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table walked with arrow keys
        role="grid"
        aria-describedby={describedBy}
        aria-label={words.keys}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <td className={styles.corner}>
              <span className={styles.axes} aria-hidden="true">
                <span>{words.keys}</span>
                <span>{words.queries}</span>
              </span>
            </td>
            {labels.map((label, s) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
              <th key={s} scope="col" data-on={s === selected[1] || undefined}>
                <span>{label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weights.map((row, t) => (
            <MapRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
              key={t}
              row={row}
              t={t}
              label={labels[t]}
              causal={causal}
              at={t === selected[0] ? selected[1] : undefined}
              reading={words.reading}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MapRowProps {
  row: number[];
  t: number;
  label: string;
  causal: boolean;
  /** Selected key, if the selected query is this row's. */
  at?: number;
  reading(query: number, key: number): string;
  onSelect(cell: Cell): void;
}

const MapRow = memo(function MapRow({ row, t, label, causal, at, reading, onSelect }: MapRowProps) {
  return (
    <tr data-on={at !== undefined || undefined}>
      <th scope="row">{label}</th>
      {row.map((weight, s) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
          key={s}
          data-at={`${t},${s}`}
          data-hidden={(causal && s > t) || undefined}
          data-chosen={s === at || undefined}
          tabIndex={s === at ? 0 : -1}
          aria-label={reading(t, s)}
          style={style({ "--shade": shade(weight) })}
          onFocus={() => onSelect([t, s])}
          onPointerEnter={(event) => event.pointerType === "mouse" && onSelect([t, s])}
          onPointerDown={() => onSelect([t, s])}
        />
      ))}
    </tr>
  );
});
