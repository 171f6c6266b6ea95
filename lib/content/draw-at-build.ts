import createDOMPurify from "dompurify";
import { JSDOM } from "jsdom";
import type { Display, PlotDisplay } from "@/lib/notebook/display";
import { drawPlot } from "@/lib/notebook/draw-plot";
import { type DrawnMarkup, type DrawnPlot, plotWidths } from "@/lib/notebook/drawn";
import { createSanitizer } from "@/lib/notebook/sanitize";

/** Charts and markup need a DOM to be drawn; readers without JavaScript get what this one has made. */
const { window } = new JSDOM("");
const sanitize = createSanitizer(createDOMPurify(window));

export function drawAtBuild(displays: readonly Display[]): Display[] {
  return displays.map((display): Display | DrawnPlot | DrawnMarkup => {
    if (display.kind === "plot")
      return {
        ...display,
        drawn: { wide: draw(display, plotWidths.wide), narrow: draw(display, plotWidths.narrow) },
      };
    return display.kind === "markup" ? { ...display, drawn: sanitize(display) } : display;
  });
}

function draw(plot: PlotDisplay, width: number): string {
  // Eleven digits after the point are noise, and half of the picture's size.
  return drawPlot(plot, { document: window.document, width }).outerHTML.replace(/\d+\.\d{3,}/g, (digits) =>
    String(Number(Number(digits).toFixed(2))),
  );
}
