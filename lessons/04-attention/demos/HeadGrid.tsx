"use client";

import { type KeyboardEvent, memo } from "react";
import { moveInGrid } from "@/components/notebook/outputs/heatmap";
import type { Matrix } from "../matrix";
import type { HeadAddress } from "../view";
import styles from "./HeadGrid.module.css";
import { shade } from "./shade";
import { toPaths } from "./thumbnail";

interface HeadGridProps {
  label: string;
  /** `[L][H]` maps. */
  maps: Matrix[][];
  selected: HeadAddress;
  /** Read out, and shown under each picture. */
  nameOf(layer: number, head: number): string;
  captionOf(layer: number, head: number): string;
  layerOf(layer: number): string;
  onSelect(address: HeadAddress): void;
}

/** Every head of the model at a glance, layers downward; arrow keys choose one. */
export function HeadGrid(props: HeadGridProps) {
  const { label, maps, selected, nameOf, captionOf, layerOf, onSelect } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = moveInGrid(event.key, [...selected] as [number, number], maps.length, maps[0].length);
    if (!next) return;
    event.preventDefault();
    onSelect(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-head="${next.join(".")}"]`)?.focus();
  };
  return (
    <div className={styles.grid} role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {maps.map((heads, l) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: layers never move
        <div key={l} className={styles.layer}>
          <span className={styles.name} aria-hidden="true">
            {layerOf(l)}
          </span>
          {heads.map((weights, h) => {
            const chosen = l === selected[0] && h === selected[1];
            return (
              // biome-ignore lint/a11y/useSemanticElements: a picture to choose, with its own keys
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: heads never move
                key={h}
                type="button"
                role="radio"
                aria-checked={chosen}
                aria-label={nameOf(l, h)}
                tabIndex={chosen ? 0 : -1}
                data-head={`${l}.${h}`}
                className={styles.head}
                onClick={() => onSelect([l, h])}
              >
                <Thumbnail weights={weights} />
                <span className={styles.caption}>{captionOf(l, h)}</span>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

const Thumbnail = memo(function Thumbnail({ weights }: { weights: Matrix }) {
  const T = weights.length;
  return (
    <svg viewBox={`0 0 ${T} ${T}`} className={styles.picture} aria-hidden="true">
      <path
        className={styles.ground}
        d={`${weights.map((_, t) => `M0 ${t}h${t + 1}v1h-${t + 1}z`).join("")}`}
      />
      {toPaths(weights).map(({ part, path }) => (
        <path key={part} d={path} fill={shade(part)} />
      ))}
    </svg>
  );
});
