import type { CSSProperties } from "react";
import { printed } from "@/lib/plot/visible";

/** The one color of a probability. */
export const shade = (weight: number) =>
  `color-mix(in oklab, var(--seq-high) ${(weight * 100).toFixed(1)}%, var(--seq-low))`;

/** The one color of a signed value, as a part of the largest. */
export const signedShade = (part: number) =>
  `color-mix(in oklab, var(${part < 0 ? "--div-neg" : "--div-pos"}) ${(Math.min(1, Math.abs(part)) * 100).toFixed(1)}%, var(--div-zero))`;

export const style = (variables: Record<`--${string}`, string | number>) => variables as CSSProperties;

/** A token as a label: its spaces visible; the start token by its name. */
export const labelOf = (names: readonly string[], t: number, start: string) =>
  t === 0 ? start : printed(names[t]);
