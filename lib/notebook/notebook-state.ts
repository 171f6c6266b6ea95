import type { Display } from "./display";

/**
 * What a page's notebook is made of, and what may be asked of it. `notebook.ts` keeps it, without React;
 * `components/notebook/NotebookProvider` gives it to the page's parts.
 *
 * One page is one notebook: its cells share their top-level names and run in one kernel. Nothing here runs
 * anything, or loads anything that weighs, before `run`, `runAll` or the first change of an input.
 */

/** A value that a reader can set: what `<Slider name="T" … />` and its like define. JSON, so that links can carry it. */
export type InputValue = string | number | boolean;

/** An input that stands in the lesson's text. */
export interface InputSpec {
  /** The name that cells use. */
  name: string;
  /** The author's value: what the outputs computed at build time belong to, and what Reset returns to. */
  initial: InputValue;
}

/** A cell that stands in the lesson's text. */
export interface CellSpec {
  /** Unique on the page: the name of the file in `cells/`, without its ending. */
  id: string;
  title: string;
  /** The author's TypeScript. */
  code: string;
  /** What it shows with the author's code and inputs, computed when the page was built. */
  outputs: Display[];
  /** Inputs of the text that its outputs depend on, directly or through other cells. */
  reads: string[];
}

/** All that a page knows of its notebook when it is built; plain data. */
export interface NotebookSpec {
  /** In the order of the text. */
  cells: CellSpec[];
  inputs: InputSpec[];
  /** The lesson's own files that cells may import: source by path relative to the lesson's folder. */
  modules: Readonly<Record<string, string>>;
}

/**
 * How a cell stands.
 *
 * - `prebuilt`: shows what was computed when the page was built; nothing has run here.
 * - `waiting`: something it depends on has changed while it was off screen; it runs when it comes into view.
 * - `running`: its outputs are on their way (dependencies first).
 * - `done`, `failed`: it ran; `failed` shows an error, its own or that of a cell it needs.
 * - `stopped`: it was running, or about to, when the reader pressed Stop.
 */
export type CellPhase = "prebuilt" | "waiting" | "running" | "done" | "failed" | "stopped";

/** One cell as it is now. A new object whenever anything in it changes. */
export interface CellState {
  readonly id: string;
  readonly title: string;
  /** The author's code; nothing for a cell that the reader added. */
  readonly author?: string;
  /** The code on show, whether or not it has run. */
  readonly code: string;
  readonly phase: CellPhase;
  readonly outputs: readonly Display[];
  /** What the outputs belong to: the code that made them and the inputs it read. */
  readonly belongs: { readonly code: string; readonly inputs: Readonly<Record<string, InputValue>> };
  /** Time of the last run, in its worker. */
  readonly milliseconds?: number;
  /** Running for longer than most cells ever do. */
  readonly slow?: boolean;
  /** A generator of the cell goes on yielding values. */
  readonly streaming?: boolean;
  /** Out of date, and nothing will run it but the reader: the kernel was stopped, or has ended, in between. */
  readonly held?: boolean;
}

export interface InputState extends InputSpec {
  readonly value: InputValue;
}

/** `off`: no kernel yet, or stopped; `idle`: it waits for work; `busy`: something runs or streams. */
export type KernelState = "off" | "starting" | "idle" | "busy";

export interface NotebookState {
  /** In the order of the page, the reader's own cells among the lesson's. */
  readonly cells: readonly CellState[];
  readonly inputs: readonly InputState[];
  readonly kernel: KernelState;
  /** Addresses that code in this kernel tried to reach, in vain. */
  readonly refused: readonly string[];
}

export interface Notebook {
  /** The lesson's own files that cells may import: source by path. */
  readonly modules: Readonly<Record<string, string>>;
  /** The same object until something changes. */
  getState(): NotebookState;
  /** Calls `listener` after each change; returns what ends that. */
  subscribe(listener: () => void): () => void;

  /** Changes the code on show. Nothing runs: code counts from the next run of its cell, or of one that needs it. */
  setCode(id: string, code: string): void;
  /** Runs a cell with the code on show, after the cells it needs; the cells that depend on it follow. */
  run(id: string): void;
  /** Runs every cell with the code on show, in dependency order. */
  runAll(): void;
  /** Ends the kernel at once, however busy it is. What cells show stays. */
  stop(): void;
  /** Ends the kernel and forgets every value; the next run computes what it needs afresh. */
  restart(): void;
  /**
   * While frozen nothing runs, whatever is asked: the code on show is somebody else's, and the reader has not yet
   * let it. Values of inputs and code change as ever.
   */
  freeze(frozen: boolean): void;
  /** Brings back the author's code and the outputs that belong to it. */
  reset(id: string): void;

  /** Sets an input of the text; the cells that depend on it run, those off screen when they come into view. */
  setInput(name: string, value: InputValue): void;
  /** Moves a control that a cell made with `input.slider(…)` and its like. `control`: its place in the cell. */
  turn(id: string, control: number, value: InputValue): void;

  /** Adds a cell of the reader's own below another (or first); it does not run. `id` must be new on the page. */
  addCell(cell: { id: string; title: string; code: string }, after: string | undefined): void;
  /** Takes away a cell that the reader added; the names it defined are gone for the others. */
  deleteCell(id: string): void;

  /** Tells whether a cell can be seen; those that cannot wait with re-runs. */
  setVisible(id: string, visible: boolean): void;
  /** Ends everything, for a page that is left. */
  close(): void;
}
