import type { MarkupDisplay, PlotDisplay } from "./display";

/**
 * What the build has drawn already, so that a page shows it without any script. It is ours: a display that comes
 * out of the sandbox cannot carry it, because `display.ts` drops what it does not know.
 */

/** SVG for a wide and for a narrow page. */
export type DrawnPlot = PlotDisplay & { drawn?: { wide: string; narrow: string } };

/** Sanitized HTML. */
export type DrawnMarkup = MarkupDisplay & { drawn?: string };

/** Widths that charts are drawn at, in CSS pixels: the reading column's instruments, and a phone. */
export const plotWidths = { wide: 720, narrow: 320 };
