"use client";

import { useId } from "react";
import type { HeatmapDisplay } from "@/lib/notebook/display";
import styles from "./Heatmap.module.css";
import { HeatmapGrid } from "./HeatmapGrid";
import { HeatmapPicture } from "./HeatmapPicture";
import { summarize } from "./heatmap";
import shared from "./outputs.module.css";

/** Cells up to which each is an element of its own; beyond, the page would grow slow. */
const fewCells = 1_024;

/** A matrix in tints: the value on hover and by arrow keys, and a sentence for all. */
export function HeatmapOutput(heatmap: HeatmapDisplay) {
  const { title, values } = heatmap;
  const sentence = useId();
  const few = values.length * (values[0]?.length ?? 0) <= fewCells;
  const Drawing = few ? HeatmapGrid : HeatmapPicture;
  return (
    <figure className={styles.heatmap} data-output="heatmap">
      {title && <figcaption>{title}</figcaption>}
      <Drawing heatmap={heatmap} describedBy={sentence} />
      <p id={sentence} className={shared.cut}>
        {summarize(heatmap)}
      </p>
    </figure>
  );
}
