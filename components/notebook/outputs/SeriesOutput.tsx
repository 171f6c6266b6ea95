"use client";

import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId, useState } from "react";
import type { SeriesDisplay } from "@/lib/notebook/display";
import { formatNumber } from "@/lib/notebook/format";
import { Readout } from "./Readout";
import styles from "./Series.module.css";
import { box, findSpan, summarizeSeries, toDrop, toPath } from "./series";

/** A long list of numbers as a line over the index; pointer and arrow keys read the values. */
export function SeriesOutput(series: SeriesDisplay) {
  const { title, values } = series;
  const [at, setAt] = useState<number>();
  const sentence = useId();
  const span = findSpan(values);
  const last = Math.max(0, values.length - 1);
  const value = at === undefined ? undefined : (values[at] ?? null);
  const reading = (index: number) =>
    `index ${index}: ${values[index] == null ? "not a finite number" : formatNumber(values[index])}`;

  const onPointerMove = ({ currentTarget, clientX }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setAt(Math.max(0, Math.min(last, Math.round(((clientX - left) / width) * last))));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = toIndex(event.key, at ?? 0, last);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };

  return (
    <figure className={styles.series} data-output="series">
      {title && <figcaption>{title}</figcaption>}
      <div className={styles.plot}>
        <span className={styles.high}>{toShort(span.high)}</span>
        <span className={styles.low}>{toShort(span.low)}</span>
        <div
          role="slider"
          aria-label="Index into the numbers"
          aria-describedby={sentence}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={at ?? 0}
          aria-valuetext={reading(at ?? 0)}
          tabIndex={0}
          className={styles.line}
          onFocus={() => setAt(at ?? 0)}
          onBlur={() => setAt(undefined)}
          onKeyDown={onKeyDown}
          onPointerMove={onPointerMove}
          onPointerDown={onPointerMove}
          onMouseLeave={({ currentTarget }) => currentTarget === document.activeElement || setAt(undefined)}
        >
          <svg viewBox={`0 0 ${box.width} ${box.height}`} preserveAspectRatio="none" aria-hidden="true">
            {span.low < 0 && span.high > 0 && (
              <path d={`M0 ${toDrop(0, span) * box.height}H${box.width}`} className={styles.zero} />
            )}
            <path d={toPath(values)} />
          </svg>
          {at !== undefined && value != null && (
            <span
              className={styles.point}
              style={{ "--x": at / (last || 1), "--y": toDrop(value, span) } as CSSProperties}
            />
          )}
        </div>
      </div>
      <Readout
        id={sentence}
        sentence={summarizeSeries(series)}
        reading={at === undefined ? undefined : reading(at)}
      />
    </figure>
  );
}

/** Three digits say how far the line reaches; the reading has them all. */
function toShort(value: number): string {
  return formatNumber(Number(value.toPrecision(3)));
}

function toIndex(key: string, at: number, last: number): number | undefined {
  const leap = Math.max(1, Math.round(last / 10));
  const steps: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - leap,
    PageUp: at + leap,
    Home: 0,
    End: last,
  };
  return Object.hasOwn(steps, key) ? Math.max(0, Math.min(last, steps[key])) : undefined;
}
