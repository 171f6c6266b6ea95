"use client";

import type { HeatmapDisplay } from "@/lib/notebook/display";
import styles from "./Heatmap.module.css";
import { HeatmapGrid } from "./HeatmapGrid";
import { HeatmapPicture } from "./HeatmapPicture";

/** Cells up to which each is an element of its own; beyond, the page would grow slow. */
const fewCells = 1_024;

/** A matrix in tints: the value on hover and by arrow keys, and a sentence for all. */
export function HeatmapOutput(heatmap: HeatmapDisplay) {
  const { title, values } = heatmap;
  const few = values.length * (values[0]?.length ?? 0) <= fewCells;
  return (
    <figure className={styles.heatmap} data-output="heatmap">
      {title && <figcaption>{title}</figcaption>}
      {few ? <HeatmapGrid heatmap={heatmap} /> : <HeatmapPicture heatmap={heatmap} />}
    </figure>
  );
}
