import type { Display } from "./display";
import { type Told, toExpectation } from "./expectation";
import { limitDisplay } from "./limit";
import { toPlotDisplay } from "./plot-spec";

type Loose = { kind: string } & Record<string, unknown>;

/**
 * What the standard library was given → a complete display within the page's limits. It runs inside the call
 * that the reader wrote, so whatever it throws points at their line.
 */
export function completeDisplay(loose: Loose): Display {
  if (loose.kind === "plot") return toPlotDisplay(loose.spec);
  if (loose.kind === "expectation") return limitDisplay(toExpectation(loose as unknown as Told));
  return limitDisplay(loose as unknown as Display);
}
