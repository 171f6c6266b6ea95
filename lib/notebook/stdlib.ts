/**
 * The standard library: names that every cell has without an import. Each run of a cell gets functions of its
 * own from `createStdlib`, so that what it shows, also long after an `await`, appears under that cell.
 *
 * To add a name: put it into `Stdlib` (its comment is what the reader sees in the editor), into `stdlibNames`,
 * and into `createStdlib`. A value that has to be loaded first may be a promise, made in a getter: the kernel
 * awaits what a cell's code names, and touches nothing else. The editor reads this file as it stands, so it
 * imports nothing but the types of arrays, which the editor reads as well.
 */

import type { Grad, Jit, NeuralNets, NumPy, Random, Tensor, ValueAndGrad, Vmap } from "../arrays/api";

export type { Tensor };

/** A language model as a cell sees it: every call is a checked message to the page, which runs the network. */
export interface CellModel {
  readonly name: string;
  /** Number of tokens in the vocabulary. */
  readonly vocabularySize: number;
  /** Layers, heads, widths. */
  readonly config: ModelConfig;
  /** Text → token ids. Never adds the start token. */
  tokenize(text: string): Promise<number[]>;
  /** Token ids → their texts, one string a token, spaces kept. */
  tokenTexts(tokens: number[]): Promise<string[]>;
  /** Logits of the next token after `text`, one number a vocabulary entry, `[n_vocab]`; at most `n_ctx - 1` tokens. */
  logits(text: string): Promise<number[]>;
  /** Logits after every position of the start token and `text`, `[T + 1, n_vocab]`; at most 64 tokens. */
  allLogits(text: string): Promise<number[][]>;
  /** One pass over the start token and `text`, at most 64 tokens, with what happened inside. */
  trace(text: string, options?: TraceOptions): Promise<CellTrace>;
  /**
   * Writes on, token by token: `for await (const token of lm.generate("Once")) …`. The same seed writes the
   * same text. Ends with the cell's run, and where the model's context is full.
   */
  generate(text: string, options?: GenerateOptions): AsyncGenerator<GeneratedToken, void>;
  /**
   * One tensor of the model as float32, by its name: `h.0.attn.c_attn.weight` gives `[d, 3d]`, a bias `[3d]`.
   * At most 70,000 numbers.
   */
  // biome-ignore lint/suspicious/noExplicitAny: one axis or two, by the name.
  weights<Numbers = any>(name: string): Promise<Numbers>;
}

export interface ModelConfig {
  n_layer: number;
  n_head: number;
  d_model: number;
  d_ff: number;
  n_vocab: number;
  /** Longest input, in tokens. */
  n_ctx: number;
  layer_norm_eps: number;
  /** Of a mixture of experts: how many there are in each layer; then `d_ff` is the width of one. */
  n_expert?: number;
  /** How many of them a token is sent to, unless `experts` says otherwise. */
  n_expert_per_token?: number;
}

/** Which experts of a mixture run, in every layer and for every token. */
export interface Experts {
  /** How many a token is sent to, 1 to `n_expert`. */
  perToken?: number;
  /** Those switched off, `[layer, expert]` each; at least one of a layer stays on. */
  off?: [layer: number, expert: number][];
}

export interface GenerateOptions {
  /** 0 always takes the likeliest token, 1 (if not given) draws as the model says. */
  temperature?: number;
  /** Draw from the k likeliest only. */
  topK?: number;
  /** Draw from the likeliest that together reach this probability. */
  topP?: number;
  /** 40 if not given. */
  maxTokens?: number;
  seed?: number;
  /** Ends with the token that completes one of these. */
  stop?: string[];
  /** Of a mixture of experts: which of them run. */
  experts?: Experts;
}

export interface GeneratedToken {
  id: number;
  text: string;
  /** With which it was drawn. */
  probability: number;
}

/** A forward pass that takes the place of the shipped one: the function of `lib/model/gpt.ts`, changed. */
export type Forward = (
  params: Record<string, Tensor>,
  tokens: Tensor, // [T], int32
  position: Tensor, // [], int32: 0
  gates: { heads: Tensor; parts: Tensor }, // [L, H], [L, 2]
  config: ModelConfig,
) => {
  logits: Tensor; // [T, V]
  attention: Tensor[]; // L × [H, T, T]
  residual: Tensor[]; // (L + 1) × [T, d]
};

export interface TraceOptions {
  /** Also return attention maps. */
  attention?: boolean;
  /** Also return the residual stream. */
  residual?: boolean;
  /** How much of each head's output is let through, `[n_layer][n_head]`: 1 as trained, 0 ablated. */
  heads?: number[][];
  /** How much of what each layer's attention and MLP add is let through, `[n_layer][2]`. */
  parts?: number[][];
  /** Also return what each layer's residual stream already predicts after the last token. */
  lens?: boolean;
  /** Of a mixture of experts: which of them run. */
  experts?: Experts;
  /** Also return what a mixture's routers say, and which experts they chose. */
  router?: boolean;
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
  /** `[n_layer + 1, n_vocab]`: logits read off the residual stream at each depth, when asked for. */
  lens?: number[][];
  /** `[n_layer, T, n_expert]`: how probable the router finds every expert, also one switched off, when asked for. */
  router?: number[][][];
  /** `[n_layer, T, n_expert]`, with `router`: what weighs each expert's output, 0 where it was not chosen. */
  gates?: number[][][];
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

/** Anything with a shape and a way to give its numbers. */
export interface ArrayToShow {
  readonly shape: readonly number[];
  toNested(): unknown;
}

export interface TokensOptions {
  title?: string;
  /** Of each token, 0 to 1: the tint of its tile. */
  probabilities?: ArrayLike<number>;
  /** Of each token in the vocabulary. */
  ids?: ArrayLike<number>;
}

/** A chart: rows of data, and marks whose channels name the columns of the rows. */
export interface PlotSpec {
  title?: string;
  /** Rows with the same keys, for all marks without rows of their own. */
  data?: readonly object[];
  marks: readonly PlotMark[];
  x?: PlotAxis;
  y?: PlotAxis;
}

export interface PlotMark {
  /**
   * `line` and `area` follow the rows; `bar` stands on the axis of categories; `rule` crosses the chart at an
   * `x` or a `y`; `rect` spans `x1`, `x2`, `y1`, `y2`; `cell` is a square of a grid of categories.
   */
  mark: "line" | "dot" | "bar" | "area" | "rule" | "rect" | "cell";
  data?: readonly object[];
  /** Name of a column, or one number for all rows. */
  x?: string | number;
  y?: string | number;
  x1?: string | number;
  x2?: string | number;
  y1?: string | number;
  y2?: string | number;
  /** Name of a column: words make one series each, numbers a tint. */
  color?: string;
  /** Radius of dots: a column or a number. */
  size?: string | number;
}

export interface PlotAxis {
  label?: string;
  /** Logarithmic; then all values must lie above 0. */
  log?: boolean;
  /** Smallest and largest value, or the categories in their order. */
  domain?: readonly [number, number] | readonly string[];
}

/** What may be said of a value; each shows a line under the cell that says whether it is so. */
export interface Expectation {
  /** The very same value. */
  toBe(expected: unknown): void;
  /** Alike all the way down, numbers up to rounding (1e-6). */
  toEqual(expected: unknown): void;
  /** Numbers, also in lists and arrays, no further apart than `tolerance` (1e-3), for large ones as a share. */
  toBeCloseTo(expected: unknown, tolerance?: number): void;
  /** Lengths of the axes, `[rows, columns]`, of an array or of nested lists. */
  toHaveShape(shape: readonly number[]): void;
}

/** A control under a cell: where other cells use its name, they get its value and follow it. */
export type Control<T> = AsyncGenerator<T, void, undefined>;

/** Controls that a cell makes; each shows itself under the cell: `const T = input.slider({ min: 0, max: 2 })`. */
export interface Inputs {
  /** A number in a range. */
  slider(options: SliderOptions): Control<number>;
  /** One of a list of texts or numbers. */
  select<T extends string | number>(options: readonly T[], settings?: InputSettings<T>): Control<T>;
  /** Yes or no. */
  checkbox(settings?: InputSettings<boolean>): Control<boolean>;
  /** A line of text. */
  text(settings?: InputSettings<string>): Control<string>;
}

export interface InputSettings<T> {
  label?: string;
  /** The value before the reader touches it. */
  value?: T;
}

export interface SliderOptions extends InputSettings<number> {
  min: number;
  max: number;
  /** Distance between two values it can have; a hundredth of the range if not given. */
  step?: number;
}

/** What a host has to provide; see `cell-host.ts`. */
export interface CellHost {
  display(value: unknown): void;
  /** `show` completes and checks what it is given; see `complete.ts`. */
  show(display: { kind: string } & Record<string, unknown>): void;
  model(name: string, changes?: ModelChanges): Promise<CellModel>;
  weights(name: string): Promise<Record<string, Tensor>>;
  compareModels(one: CellModel, other: CellModel, text: string): Promise<void>;
  runInDemos(model: CellModel): void;
  /** The array library, loaded when it is first asked for. */
  arrays(): Promise<ArrayLibrary>;
  /** Shows a control and gives its values. */
  control<T>(spec: { input: string } & Record<string, unknown>, initial: T): Control<T>;
}

export interface ModelChanges {
  /** Runs in the cell's place in place of the shipped forward pass, on the same weights. */
  forward?: Forward;
}

/** What every cell has, by name. */
export interface Stdlib {
  /** Shows any value under the cell; returns it, so it can wrap an expression. */
  display<T>(value: T): T;
  /** Shows rows (objects with the same keys) as a table. */
  table(rows: readonly Record<string, unknown>[]): void;
  /** Shows labelled values as horizontal bars, longest bar = largest value. */
  bars(entries: readonly Bar[], options?: { title?: string }): void;
  /** Shows a matrix `[rows][columns]` as a heatmap. */
  heatmap(values: readonly ArrayLike<number>[] | ArrayToShow, options?: HeatmapOptions): void;
  /** Shows pieces of text as tiles with visible spaces, tinted by probability if there are some. */
  tokens(texts: readonly string[], options?: TokensOptions): void;
  /** Draws a chart: `plot({ data: rows, marks: [{ mark: "line", x: "step", y: "loss" }] })`. */
  plot(spec: PlotSpec): void;
  /** Shows Markdown as text: headings, lists, tables, code, emphasis. */
  markdown(source: string): void;
  /** Shows HTML. Only what lays out text stays: no scripts, styles, forms, links or addresses. */
  html(source: string): void;
  /** Shows an SVG drawing, written out from `<svg …>`. Only shapes, text and their attributes stay. */
  svg(source: string): void;
  /** Says what should be so, and shows whether it is: `expect(sum(p), "the sum").toBeCloseTo(1)`. */
  expect(got: unknown, subject?: string): Expectation;
  /**
   * A model of this page, by name: `await model("story-1m")`. Adapters in its folder are named after it, with or without
   * a strength: `await model("base + 0.5 pirate")`. With `{ forward }`, the same weights run by your
   * own forward pass: open the model's with "Open the model", and change it.
   */
  model(name: string, changes?: ModelChanges): Promise<CellModel>;
  /**
   * All tensors of a model as arrays, by their names: `(await weights("story-1m"))["wte.weight"]` is `[V, d]`. Those of an
   * adapter by its folder: `(await weights("base/adapters/pirate"))["h.0.attn.c_attn.weight.lora_A"]` is `[d, r]`.
   */
  weights(name: string): Promise<Record<string, Tensor>>;
  /** Shows what two models say to a text, and in which layer and at which token they part first. */
  compareModels(one: CellModel, other: CellModel, text: string): Promise<void>;
  /** Lets the demos of this page run a changed model in place of the shipped one, until this cell runs again or goes. */
  runInDemos(model: CellModel): void;
  /** Controls: `const T = input.slider({ min: 0, max: 2, value: 1 })`. Other cells see the value of T. */
  input: Inputs;

  /** NumPy: `np.array([[1, 2], [3, 4]])`, `np.matmul(x, w)`. Nothing has to be freed. */
  np: NumPy;
  /** Functions of neural networks: `nn.softmax(x)`, `nn.gelu(x)`. */
  nn: NeuralNets;
  /** Random numbers from keys: `random.normal(random.key(0), [2, 3])`. */
  random: Random;
  /** Gradient of a function: `grad((w) => loss(w))(w)`. */
  grad: Grad;
  /** Value and gradient: `const [loss, slope] = valueAndGrad(f)(w)`. */
  valueAndGrad: ValueAndGrad;
  /** The function, compiled on its first call for each set of shapes. */
  jit: Jit;
  /** The function over a new first axis of its arguments. */
  vmap: Vmap;
}

/** The part that is loaded when a cell first names it: `lib/arrays`. */
export type ArrayLibrary = Pick<Stdlib, "np" | "nn" | "random" | "grad" | "valueAndGrad" | "jit" | "vmap">;

/** The names of `Stdlib`, for those who compile cells; every one is in `createStdlib`. */
export const stdlibNames = [
  "display",
  "table",
  "bars",
  "heatmap",
  "tokens",
  "plot",
  "markdown",
  "html",
  "svg",
  "expect",
  "model",
  "weights",
  "compareModels",
  "runInDemos",
  "input",
  "np",
  "nn",
  "random",
  "grad",
  "valueAndGrad",
  "jit",
  "vmap",
] as const satisfies (keyof Stdlib)[];

/** The standard library of one run of a cell. */
export function createStdlib(host: CellHost): Stdlib {
  return {
    display(value) {
      host.display(value);
      return value;
    },
    table(rows) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      host.show({
        kind: "table",
        columns,
        rows: rows.slice(0, 1_000).map((row) => columns.map((column) => toCellValue(row[column]))),
        totalRows: rows.length,
      });
    },
    bars(entries, options = {}) {
      const shown = entries.map(({ label, value, removed }) => ({ label, value, removed }));
      host.show({ kind: "bars", title: options.title, bars: shown });
    },
    heatmap(values, options = {}) {
      const rows = "toNested" in values ? (values.toNested() as number[][]) : values;
      const shown = rows.map((row) => Array.from(row));
      host.show({ kind: "heatmap", values: shown, scale: "sequential", ...options });
    },
    tokens(texts, { title, probabilities, ids } = {}) {
      const shown = texts.map((text, i) => ({ text, probability: probabilities?.[i], id: ids?.[i] }));
      host.show({ kind: "tokens", title, tokens: shown, total: texts.length });
    },
    plot: (spec) => host.show({ kind: "plot", spec }),
    markdown: (source) => host.show({ kind: "markup", language: "markdown", source: String(source) }),
    html: (source) => host.show({ kind: "markup", language: "html", source: String(source) }),
    svg: (source) => host.show({ kind: "markup", language: "svg", source: String(source) }),
    expect(got, subject) {
      const show = (relation: string) => (expected: unknown, tolerance?: number) =>
        host.show({ kind: "expectation", subject, relation, got, expected, tolerance });
      return {
        toBe: show("be"),
        toEqual: show("equal"),
        toBeCloseTo: show("be close to"),
        toHaveShape: show("have the shape"),
      };
    },
    model: (name, changes) => host.model(name, changes),
    weights: (name) => host.weights(name),
    compareModels: (one, other, text) => host.compareModels(one, other, text),
    runInDemos: (changed) => host.runInDemos(changed),
    input: createInputs(host),
    get np() {
      return later(host, "np");
    },
    get nn() {
      return later(host, "nn");
    },
    get random() {
      return later(host, "random");
    },
    get grad() {
      return later(host, "grad");
    },
    get valueAndGrad() {
      return later(host, "valueAndGrad");
    },
    get jit() {
      return later(host, "jit");
    },
    get vmap() {
      return later(host, "vmap");
    },
  };
}

/** A promise where the types say the value: the kernel awaits it before the cell runs. */
function later<Name extends keyof ArrayLibrary>(host: CellHost, name: Name): ArrayLibrary[Name] {
  return host.arrays().then((library) => library[name]) as unknown as ArrayLibrary[Name];
}

function createInputs(host: CellHost): Inputs {
  return {
    slider({ label = "value", min, max, step = (max - min) / 100, value = min }) {
      if (!(min < max && step > 0 && value >= min && value <= max))
        throw new RangeError("input.slider wants min < max, step > 0 and a value between min and max.");
      return host.control({ input: "slider", label, min, max, step }, value);
    },
    select(options, { label = "value", value = options[0] } = {}) {
      if (!options.includes(value)) throw new RangeError("input.select: the value is none of the options.");
      return host.control({ input: "select", label, options: [...options] }, value);
    },
    checkbox: ({ label = "value", value = false } = {}) => host.control({ input: "checkbox", label }, value),
    text: ({ label = "value", value = "" } = {}) => host.control({ input: "text", label }, value),
  };
}

function toCellValue(value: unknown): number | string | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return typeof value === "boolean" ? value : String(value);
}
