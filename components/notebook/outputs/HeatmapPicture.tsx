"use client";

import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId, useMemo, useState } from "react";
import type { HeatmapDisplay } from "@/lib/notebook/display";
import styles from "./Heatmap.module.css";
import { type Cell, moveInGrid, summarize, toReading } from "./heatmap";
import { MatrixPicture } from "./MatrixPicture";
import { Readout } from "./Readout";

/** A large matrix: one picture with a cross-hair that follows the pointer and the arrow keys. */
export function HeatmapPicture({ heatmap }: { heatmap: HeatmapDisplay }) {
  const sentence = useId();
  const { values, scale } = heatmap;
  const [at, setAt] = useState<Cell>();
  const [rows, columns] = [values.length, values[0]?.length ?? 0];
  const picture = useMemo(() => <MatrixPicture values={values} scale={scale} />, [values, scale]);

  const onPointerMove = ({ currentTarget, clientX, clientY }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect();
    const place = (part: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(part * count)));
    setAt([place((clientY - box.top) / box.height, rows), place((clientX - box.left) / box.width, columns)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveInGrid(event.key, at ?? [0, 0], rows, columns);
    if (!next) return;
    event.preventDefault();
    setAt(at ? next : [0, 0]);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls. */}
      <div
        role="group"
        aria-label={`Heatmap of ${rows} rows and ${columns} columns; arrow keys read the values`}
        aria-describedby={sentence}
        className={styles.picture}
        style={{ "--rows": rows, "--columns": columns } as CSSProperties}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read values here.
        tabIndex={0}
        onFocus={() => setAt(at ?? [0, 0])}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerDown={onPointerMove}
        onMouseLeave={() => setAt(undefined)}
      >
        {picture}
        {at && (
          <span className={styles.hair} style={{ "--row": at[0], "--column": at[1] } as CSSProperties} />
        )}
      </div>
      <Readout id={sentence} sentence={summarize(heatmap)} reading={at && toReading(heatmap, at)} spoken />
    </>
  );
}
