/**
 * The standard library of every cell: `import { display, table, bars, heatmap, model } from "glassbox"`.
 *
 * This file is what the editor and the type checker see, word for word, so it imports nothing. When a cell
 * runs, each function hands its data to the host that runs it: the sandbox's kernel in the browser, the build
 * in Node.
 */

/** A language model as a cell sees it: every call is a checked message to the page, which runs the network. */
export interface CellModel {
  readonly name: string;
  /** Number of tokens in the vocabulary. */
  readonly vocabularySize: number;
  /** Text → token ids. Never adds the start token. */
  tokenize(text: string): Promise<number[]>;
  /** Token ids → their texts, one string a token, spaces kept. */
  tokenTexts(tokens: number[]): Promise<string[]>;
  /** Logits of the next token after `text`, one number a vocabulary entry, `[n_vocab]`. */
  logits(text: string): Promise<number[]>;
  /** Logits after every position of the start token and `text`, `[T + 1, n_vocab]`; at most 64 tokens. */
  allLogits(text: string): Promise<number[][]>;
  /** One pass over the start token and `text`, at most 64 tokens, with what happened inside. */
  trace(text: string, options?: TraceOptions): Promise<CellTrace>;
  /**
   * One tensor of the model as float32, by its name: `h.0.attn.c_attn.weight` gives `[d, 3d]`, a bias `[3d]`.
   * At most 70,000 numbers.
   */
  // biome-ignore lint/suspicious/noExplicitAny: one axis or two, by the name.
  weights<Tensor = any>(name: string): Promise<Tensor>;
}

export interface TraceOptions {
  /** Also return attention maps. */
  attention?: boolean;
  /** Also return the residual stream. */
  residual?: boolean;
  /** How much of each head's output is let through, `[n_layer][n_head]`: 1 as trained, 0 ablated. */
  heads?: number[][];
}

export interface CellTrace {
  /** Ids of the tokens read, start token first. `[T]` */
  tokens: number[];
  /** `[T, n_vocab]` */
  logits: number[][];
  /** `[n_layer, n_head, T, T]`: `attention[layer][head][query][key]`, when asked for. */
  attention?: number[][][][];
  /** `[n_layer + 1, T, d_model]`: what enters each layer, and what leaves the last, when asked for. */
  residual?: number[][][];
}

/** A labelled value; `removed` strikes it out. */
export interface Bar {
  label: string;
  value: number;
  removed?: boolean;
}

export interface HeatmapOptions {
  title?: string;
  rowLabels?: string[];
  columnLabels?: string[];
  /** `sequential` for probabilities and magnitudes, `diverging` for signed values. */
  scale?: "sequential" | "diverging";
}

/** What a host has to provide; see `cell-host.ts`. */
export interface CellHost {
  display(value: unknown): void;
  show(display: { kind: string } & Record<string, unknown>): void;
  model(name: string): Promise<CellModel>;
}

function host(): CellHost {
  const found = (globalThis as { __glassbox?: CellHost }).__glassbox;
  if (!found) throw new Error("glassbox: this function only works inside a running cell.");
  return found;
}

/** Shows any value under the cell; returns it, so it can wrap an expression. */
export function display<T>(value: T): T {
  host().display(value);
  return value;
}

/** Shows rows (objects with the same keys) as a table. */
export function table(rows: readonly Record<string, unknown>[]): void {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  host().show({
    kind: "table",
    columns,
    rows: rows.slice(0, 1_000).map((row) => columns.map((column) => toCellValue(row[column]))),
    totalRows: rows.length,
  });
}

/** Shows labelled values as horizontal bars, longest bar = largest value. */
export function bars(entries: readonly Bar[], options: { title?: string } = {}): void {
  const shown = entries.map(({ label, value, removed }) => ({ label, value, removed }));
  host().show({ kind: "bars", title: options.title, bars: shown });
}

/** Shows a matrix `[rows][columns]` as a heatmap. */
export function heatmap(values: readonly ArrayLike<number>[], options: HeatmapOptions = {}): void {
  host().show({
    kind: "heatmap",
    values: values.map((row) => Array.from(row)),
    scale: "sequential",
    ...options,
  });
}

/** A model of this page, by name: `await model("story-1m")`. */
export function model(name: string): Promise<CellModel> {
  return host().model(name);
}

function toCellValue(value: unknown): number | string | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return typeof value === "boolean" ? value : String(value);
}
