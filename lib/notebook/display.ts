import { z } from "@/lib/zod";

/**
 * What a cell may show. A display is data, never a live DOM node: the sandbox sends it,
 * the page validates it here and draws it with `components/notebook/Output`.
 * Limits keep one cell from drowning the page.
 */

const label = z.string().max(400);
/** `null` stands for NaN and the infinities, which JSON cannot carry: drawn as a gap. */
const plotted = z.number().nullable();
const cellValue = z.union([z.number(), z.string().max(400), z.boolean(), z.null()]);

export const textDisplay = z.object({
  kind: z.literal("text"),
  text: z.string().max(100_000),
  /** `value`: what an expression evaluated to; the others: which console method wrote it. */
  tone: z.enum(["value", "log", "warn", "error"]).default("value"),
});

export const tableDisplay = z.object({
  kind: z.literal("table"),
  columns: z.array(label).max(50),
  rows: z.array(z.array(cellValue).max(50)).max(1_000),
  /** Rows the cell made, including those cut off here. */
  totalRows: z.number().int().nonnegative(),
});

export const barsDisplay = z.object({
  kind: z.literal("bars"),
  title: label.optional(),
  bars: z
    .array(z.object({ label, value: plotted, /** struck out and pale */ removed: z.boolean().optional() }))
    .max(200),
});

export const heatmapDisplay = z.object({
  kind: z.literal("heatmap"),
  title: label.optional(),
  /** Row-major, `[rows][columns]`. */
  values: z.array(z.array(plotted).max(256)).max(256),
  rowLabels: z.array(label).max(256).optional(),
  columnLabels: z.array(label).max(256).optional(),
  /** `sequential` for probabilities and magnitudes, `diverging` for signed values. */
  scale: z.enum(["sequential", "diverging"]).default("sequential"),
});

export const errorDisplay = z.object({
  kind: z.literal("error"),
  name: label,
  message: z.string().max(10_000),
  /** 1-based line in the reader's own code, when known. */
  line: z.number().int().positive().optional(),
});

const thrown = errorDisplay.omit({ kind: true });

/** What the check of an exercise found; see `exercise.ts`. */
export const verdictDisplay = z.object({
  kind: z.literal("verdict"),
  passed: z.boolean(),
  /** Inputs tried. */
  cases: z.number().int().nonnegative(),
  /** The smallest input that failed, and what may be wrong. */
  failure: z
    .object({
      /** Inputs that failed. */
      failed: z.number().int().positive(),
      given: z.array(z.object({ name: label, text: z.string().max(2_000) })).max(20),
      expected: z.string().max(2_000),
      got: z.string().max(2_000),
      /** Expected and got side by side, when both are lists of one length. `wrong`: rows that differ. */
      comparison: z
        .object({
          columns: z.array(label).max(20),
          rows: z.array(z.array(cellValue).max(20)).max(50),
          wrong: z.array(z.number().int().nonnegative()).max(50),
        })
        .optional(),
      /** The broken invariant, or what is missing, in one sentence. */
      says: z.string().max(1_000).optional(),
      thrown: thrown.optional(),
      /** The planted mistake that behaves just like the reader's code. */
      mistake: z.object({ id: label, says: z.string().max(1_000) }).optional(),
    })
    .optional(),
});

export const display = z.discriminatedUnion("kind", [
  textDisplay,
  tableDisplay,
  barsDisplay,
  heatmapDisplay,
  errorDisplay,
  verdictDisplay,
]);

export type Display = z.infer<typeof display>;
export type TextDisplay = z.infer<typeof textDisplay>;
export type TableDisplay = z.infer<typeof tableDisplay>;
export type BarsDisplay = z.infer<typeof barsDisplay>;
export type HeatmapDisplay = z.infer<typeof heatmapDisplay>;
export type ErrorDisplay = z.infer<typeof errorDisplay>;
export type VerdictDisplay = z.infer<typeof verdictDisplay>;
