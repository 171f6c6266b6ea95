import type { CellRun } from "./cell-run";
import type { Display } from "./display";
import type { CellState, InputValue } from "./notebook-state";

/** One cell, and what only the notebook has to know of it. */
export interface NotebookCell {
  state: CellState;
  /** What the author's code shows, with the inputs it belongs to. */
  readonly built: { outputs: readonly Display[]; reads: readonly string[] };
  /** The code that counts: what was on show when it last ran. */
  committed: string;
  visible: boolean;
  /** The reader asked for it, and it has not yet run. */
  requested: boolean;
  /** What it shows is not what it would show now, and it is to run as soon as it is needed. */
  stale: boolean;
  /** It has run in this kernel: its values are there. */
  live: boolean;
  /** Epoch of the last change behind it; runs that began before do not count. */
  since: number;
  /** Its newest run in this kernel. */
  run?: CellRun;
}

/** A cell that has not run in this page. `inputs`: what its outputs, if it has some, belong to. */
export function createCell(
  { id, title, author, code }: Pick<CellState, "id" | "title" | "author" | "code">,
  built: NotebookCell["built"] = { outputs: [], reads: [] },
  inputs: Readonly<Record<string, InputValue>> = {},
): NotebookCell {
  return {
    state: {
      id,
      title,
      author,
      code,
      phase: "prebuilt",
      outputs: built.outputs,
      belongs: { code, inputs },
    },
    built,
    committed: code,
    visible: false,
    requested: false,
    stale: false,
    live: false,
    since: 0,
  };
}
