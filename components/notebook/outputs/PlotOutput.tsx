"use client";

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { PlotDisplay } from "@/lib/notebook/display";
import { type DrawnPlot, plotWidths } from "@/lib/notebook/drawn";
import { findSeries, namesOf, type Series, summarizePlot } from "@/lib/notebook/plot-series";
import shared from "./outputs.module.css";
import styles from "./Plot.module.css";
import { TableOutput } from "./TableOutput";

/**
 * A chart, in words and as a table too. The build's drawing is there at once; Observable Plot is loaded for a
 * chart without one, or when the pointer asks a drawn one for its values.
 */
export function PlotOutput({ drawn, ...plot }: DrawnPlot) {
  const frame = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(false);
  const failed = useDrawing(frame, plot, asked || !drawn);
  const series = findSeries(plot);
  const summary = summarizePlot(plot);
  return (
    <figure className={styles.plot} data-output="plot">
      {plot.title && <figcaption>{plot.title}</figcaption>}
      {series.length > 1 && <Legend plot={plot} series={series} />}
      {/* The drawing is put here by hand: React never looks inside. */}
      <div
        ref={frame}
        role="img"
        aria-label={summary}
        className={styles.frame}
        onPointerEnter={() => setAsked(true)}
        data-drawn={drawn ? "" : undefined}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own build; no cell can set it.
        dangerouslySetInnerHTML={{ __html: drawn ? toBoth(drawn) : "" }}
      />
      {failed && <p className={shared.cut}>The chart could not be drawn: {failed}</p>}
      <details className={styles.reading}>
        <summary>In words and numbers</summary>
        <p className={shared.cut}>{summary}</p>
        {plot.tables
          .filter(({ columns }) => columns.length > 0)
          .map((table, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tables never move
            <TableOutput key={i} kind="table" {...table} />
          ))}
      </details>
    </figure>
  );
}

function toBoth({ wide, narrow }: NonNullable<DrawnPlot["drawn"]>): string {
  return `<div data-width="wide">${wide}</div><div data-width="narrow">${narrow}</div>`;
}

/** Draws into the frame, again whenever its width has changed; returns what went wrong. */
function useDrawing(frame: RefObject<HTMLDivElement | null>, plot: PlotDisplay, wanted: boolean) {
  const [failed, setFailed] = useState<string>();
  const draw = useEffectEvent((element: HTMLElement, drawPlot: DrawPlot, width: number) => {
    try {
      element.replaceChildren(drawPlot(plot, { document, width, live: true }));
      setFailed(undefined);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  });
  const { marks } = plot;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chart has other marks.
  useEffect(() => {
    const element = frame.current;
    if (!wanted || !element) return;
    const over = new AbortController();
    import("@/lib/notebook/draw-plot").then(
      ({ drawPlot }) => onWidth(over.signal, element, (width) => draw(element, drawPlot, width)),
      () => over.signal.aborted || setFailed("its code could not be loaded."),
    );
    return () => over.abort();
  }, [frame, wanted, marks]);
  return failed;
}

type DrawPlot = typeof import("@/lib/notebook/draw-plot").drawPlot;

/** Calls `use` with the width now, and again when it has changed by more than a hair. */
function onWidth(signal: AbortSignal, element: HTMLElement, use: (width: number) => void): void {
  if (signal.aborted) return;
  let used = 0;
  const look = () => {
    const width = Math.round(Math.min(plotWidths.wide, Math.max(240, element.clientWidth)));
    if (Math.abs(width - used) < 8) return;
    used = width;
    use(width);
  };
  look();
  const observer = new ResizeObserver(look);
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect(), { once: true });
}

/** Names of the series, each with the very line or square that it is drawn with. */
function Legend({ plot, series }: { plot: PlotDisplay; series: Series[] }) {
  const lines = new Set(plot.marks.flatMap((mark) => (mark.mark === "line" ? namesOf(plot, mark) : [])));
  return (
    <ul className={styles.legend}>
      {series.map(({ name, color, dash }) => (
        <li key={name}>
          <svg viewBox="0 0 28 10" aria-hidden="true" style={{ color }}>
            {lines.has(name) ? (
              <path d="M0 5H28" stroke="currentColor" strokeWidth="2" strokeDasharray={dash} />
            ) : (
              <circle cx="14" cy="5" r="5" fill="currentColor" />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
