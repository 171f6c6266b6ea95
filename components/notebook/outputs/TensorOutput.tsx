"use client";

import { useState } from "react";
import type { TensorDisplay } from "@/lib/notebook/display";
import { HeatmapOutput } from "./HeatmapOutput";
import { findRange } from "./heatmap";
import { MatrixPicture } from "./MatrixPicture";
import styles from "./Tensor.module.css";

/** An array of three axes or more: small pictures on one scale; the chosen one stands below, to be read. */
export function TensorOutput({ title, shape, slices, scale }: TensorDisplay) {
  const [chosen, setChosen] = useState(0);
  const ranges = slices.map(({ values }) => findRange(values));
  const range = {
    smallest: Math.min(...ranges.map(({ smallest }) => smallest)),
    largest: Math.max(...ranges.map(({ largest }) => largest)),
  };
  const slice = slices[chosen];
  return (
    <figure className={styles.tensor} data-output="tensor">
      <figcaption>
        {title ?? `shape [${shape.join(", ")}]`}: {slices.length} slices on one scale
      </figcaption>
      <div className={styles.slices}>
        {slices.map(({ index, values }, i) => (
          <button
            key={index.join(",")}
            type="button"
            aria-pressed={i === chosen}
            onClick={() => setChosen(i)}
          >
            <MatrixPicture values={values} scale={scale} range={range} />
            <span className="visually-hidden">Show slice </span>
            {`[${index.join(", ")}]`}
          </button>
        ))}
      </div>
      {slice && (
        <HeatmapOutput
          key={chosen}
          kind="heatmap"
          title={`[${slice.index.join(", ")}]`}
          values={slice.values}
          scale={scale}
        />
      )}
    </figure>
  );
}
