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
const count = z.number().int().nonnegative();
const scale = z.enum(["sequential", "diverging"]).default("sequential");

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
  totalRows: count,
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
  scale,
});

/** A long list of numbers, drawn as a line over the index. */
export const seriesDisplay = z.object({
  kind: z.literal("series"),
  title: label.optional(),
  values: z.array(plotted).max(4_096),
  /** Numbers in the list, including those cut off here. */
  total: count,
});

/** An array of three axes or more: its last two as heatmaps, one for each index of the axes before. */
export const tensorDisplay = z.object({
  kind: z.literal("tensor"),
  title: label.optional(),
  shape: z.array(count).min(3).max(8),
  slices: z
    .array(
      z.object({
        /** Of the axes before the last two: `[0, 3]`. */
        index: z.array(count).max(6),
        values: z.array(z.array(plotted).max(256)).max(256),
      }),
    )
    .max(64),
  scale,
});

/** An object or a list, as an outline: each line with its depth, children after their parent. */
export const treeDisplay = z.object({
  kind: z.literal("tree"),
  lines: z
    .array(
      z.object({
        depth: count.max(20),
        /** Name of the property, or index; the root has none. */
        key: z.string().max(200).optional(),
        /** The value in one line. */
        text: z.string().max(400),
        type: z.enum(["object", "list", "string", "number", "constant", "function", "note"]),
      }),
    )
    .min(1)
    .max(1_000),
});

/** Pieces of text as a tokenizer cuts them. */
export const tokensDisplay = z.object({
  kind: z.literal("tokens"),
  title: label.optional(),
  tokens: z
    .array(
      z.object({
        text: z.string().max(200),
        /** 0 to 1: the tint. */
        probability: z.number().min(0).max(1).optional(),
        id: count.optional(),
      }),
    )
    .max(1_000),
  /** Tokens given, including those cut off here. */
  total: count,
});

/** Text that asks for typography. The page sanitizes it before it is drawn; see `sanitize.ts`. */
export const markupDisplay = z.object({
  kind: z.literal("markup"),
  language: z.enum(["markdown", "html", "svg"]),
  source: z.string().max(200_000),
});

/** Whether a value is what the cell expected. */
export const expectationDisplay = z.object({
  kind: z.literal("expectation"),
  passed: z.boolean(),
  /** What is compared: "the loss", or the value itself. */
  subject: label,
  /** "equals", "is close to" … */
  relation: label,
  expected: z.string().max(2_000),
  got: z.string().max(2_000),
});

export const errorDisplay = z.object({
  kind: z.literal("error"),
  name: label,
  message: z.string().max(10_000),
  /** 1-based line in the reader's own code, when known. */
  line: z.number().int().positive().optional(),
});

const thrown = errorDisplay.omit({ kind: true });

const channel = z.union([z.string().max(200), z.number()]);
const axis = z.object({
  label: label.optional(),
  log: z.boolean().default(false),
  /** Smallest and largest value, or the categories in their order. */
  domain: z.union([z.tuple([z.number(), z.number()]), z.array(z.string().max(200)).max(200)]).optional(),
});

/** A chart; channels are names of columns of the mark's table, or one number for all. See `plot-spec.ts`. */
export const plotDisplay = z.object({
  kind: z.literal("plot"),
  title: label.optional(),
  x: axis,
  y: axis,
  tables: z
    .array(
      z.object({
        columns: z.array(z.string().max(200)).max(20),
        rows: z.array(z.array(cellValue).max(20)).max(5_000),
        totalRows: count,
      }),
    )
    .max(8),
  marks: z
    .array(
      z.object({
        mark: z.enum(["line", "dot", "bar", "area", "rule", "rect", "cell"]),
        /** Index into `tables`. */
        table: count,
        x: channel.optional(),
        y: channel.optional(),
        x1: channel.optional(),
        x2: channel.optional(),
        y1: channel.optional(),
        y2: channel.optional(),
        color: z.string().max(200).optional(),
        size: channel.optional(),
      }),
    )
    .min(1)
    .max(8),
});

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

const inputValue = z.union([z.number(), z.string().max(4_000), z.boolean()]);

/** A control that a cell made; see `control.ts`. `control`: its place among those of the cell. */
export const controlDisplay = z.object({
  kind: z.literal("control"),
  control: z.number().int().nonnegative(),
  value: inputValue,
  initial: inputValue,
  spec: z.discriminatedUnion("input", [
    z.object({
      input: z.literal("slider"),
      label,
      min: z.number(),
      max: z.number(),
      step: z.number().positive(),
    }),
    z.object({ input: z.literal("select"), label, options: z.array(inputValue).max(200) }),
    z.object({ input: z.literal("checkbox"), label }),
    z.object({ input: z.literal("text"), label, placeholder: label.optional() }),
  ]),
});

export const display = z.discriminatedUnion("kind", [
  textDisplay,
  tableDisplay,
  barsDisplay,
  heatmapDisplay,
  seriesDisplay,
  tensorDisplay,
  treeDisplay,
  tokensDisplay,
  plotDisplay,
  markupDisplay,
  expectationDisplay,
  errorDisplay,
  verdictDisplay,
  controlDisplay,
]);

export type Display = z.infer<typeof display>;
export type TextDisplay = z.infer<typeof textDisplay>;
export type TableDisplay = z.infer<typeof tableDisplay>;
export type BarsDisplay = z.infer<typeof barsDisplay>;
export type HeatmapDisplay = z.infer<typeof heatmapDisplay>;
export type SeriesDisplay = z.infer<typeof seriesDisplay>;
export type TensorDisplay = z.infer<typeof tensorDisplay>;
export type TreeDisplay = z.infer<typeof treeDisplay>;
export type TokensDisplay = z.infer<typeof tokensDisplay>;
export type PlotDisplay = z.infer<typeof plotDisplay>;
export type MarkupDisplay = z.infer<typeof markupDisplay>;
export type ExpectationDisplay = z.infer<typeof expectationDisplay>;
export type ErrorDisplay = z.infer<typeof errorDisplay>;
export type VerdictDisplay = z.infer<typeof verdictDisplay>;
export type ControlDisplay = z.infer<typeof controlDisplay>;
