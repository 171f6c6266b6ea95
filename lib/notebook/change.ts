import type { Display } from "./display";
import type { InputValue } from "./notebook-state";
import type { CompiledModule } from "./program";
import type { ServiceMethod } from "./services";

/**
 * What the page and the kernel of its notebook say to each other.
 *
 * Every change that the page asks for has a number, the epoch; every run of a cell carries the epoch of the
 * values it started with. So the page can tell what belongs to the notebook as it now is: a message of a run
 * older than the last change behind its cell is dropped.
 */

/** A cell as the kernel needs it. */
export interface CellDefinition {
  id: string;
  /** Its default export is the cell's body, see `linkCell`. */
  module: CompiledModule;
  /** The lesson's files it imports, dependencies first; those the kernel has are not loaded again. */
  libraries: CompiledModule[];
  /** Names it takes of other cells and inputs, the body's first arguments after its host. */
  shared: string[];
  /** Names it takes of the standard library, the arguments after those. */
  library: string[];
  /** Names it defines. */
  defines: string[];
}

/** Page → kernel. All of a change takes effect at once. */
export interface Change {
  epoch: number;
  remove?: string[];
  define?: CellDefinition[];
  set?: Record<string, InputValue>;
  turn?: { cell: string; control: number; value: InputValue }[];
  /** Cells to run again though nothing they depend on has changed. */
  run?: string[];
  /** The cells that may run; a cell out of this list waits until it is in it. */
  need?: string[];
}

/** Kernel → page. `run` counts the runs of all cells. */
export type FromDataflow =
  | { type: "started"; cell: string; run: number; epoch: number }
  /** `at`: which display of the run this is; one that was there is replaced. */
  | { type: "display"; cell: string; run: number; at: number; display: Display }
  /** The body has ended, and the promises it defines are settled. `streaming`: a generator goes on. */
  | {
      type: "finished";
      cell: string;
      run: number;
      milliseconds: number;
      failed: boolean;
      streaming: boolean;
    }
  /** It would run, but is not among the needed. */
  | { type: "waiting"; cell: string; epoch: number }
  /** It cannot run: what it takes under this name was never computed. */
  | { type: "blocked"; cell: string; epoch: number; name: string }
  /** Code tried to reach an address. Nothing was sent; no cell is named, because the browser does not say which. */
  | { type: "refused"; address: string }
  | {
      type: "call";
      call: number;
      cell: string;
      run: number;
      method: ServiceMethod;
      args: Record<string, unknown>;
    };
