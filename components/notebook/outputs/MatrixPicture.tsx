import type { HeatmapDisplay } from "@/lib/notebook/display";
import { type Range, toTints } from "./matrix-paths";

interface MatrixPictureProps extends Pick<HeatmapDisplay, "values" | "scale"> {
  /** Of the scale, where several pictures share one. */
  range?: Range;
}

/** The tints of a matrix, and nothing else: who draws it says in words what it is. */
export function MatrixPicture({ values, scale, range }: MatrixPictureProps) {
  return (
    <svg
      viewBox={`0 0 ${values[0]?.length ?? 1} ${values.length}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      {toTints(values, scale, range).map(({ color, path }) => (
        <path key={color} d={path} style={{ fill: color }} />
      ))}
    </svg>
  );
}
