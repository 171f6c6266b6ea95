import { type Keeper, ownLayer } from "../notebook/drafts/keeper";
import type { InputValue, Notebook } from "../notebook/notebook-state";
import { type Offered, toInputs, toLayer, toOffered } from "./incoming";
import type { Origin } from "./origin";
import type { SharedNotebook } from "./shared-notebook";

/**
 * How far the reader has let a notebook from elsewhere in:
 *
 * - `refused`: it cannot be read; `why` is a sentence.
 * - `offered`: it is there, and nothing of it is on show.
 * - `shown`: its code can be read, beside the lesson's.
 * - `used`: it has taken the place of the reader's own work, which is put aside. While it is `held` nothing runs;
 *   only a click on a button that names the origin ends that, for this visit.
 */
export type VisitState =
  | { stage: "none" }
  | { stage: "refused"; from: Origin; why: string }
  | {
      stage: "offered" | "shown";
      from: Origin;
      cells: readonly Offered[];
      inputs: readonly [string, InputValue][];
    }
  | { stage: "used"; from: Origin; held: boolean };

export interface Visit {
  getState(): VisitState;
  subscribe(listener: () => void): () => void;
  offer(from: Origin, shared: SharedNotebook): void;
  refuse(from: Origin, why: string): void;
  show(): void;
  use(): Promise<void>;
  /** The reader has clicked on a button that says whose code will run. */
  allow(): void;
  /** Back to the reader's own work, if it was put aside. */
  leave(): Promise<void>;
  /** What is on show becomes the reader's own. */
  keep(): Promise<void>;
}

export interface VisitParts {
  notebook: Pick<Notebook, "getState" | "setInput" | "restart" | "freeze">;
  keeper: Pick<Keeper, "enter" | "adopt">;
  /** The page's key. */
  page: string;
}

export function createVisit({ notebook, keeper, page }: VisitParts): Visit {
  let state: VisitState = { stage: "none" };
  let shared: SharedNotebook | undefined;
  /** The inputs as the reader had them. */
  let inputsBefore: [string, InputValue][] = [];
  const listeners = new Set<() => void>();

  const put = (next: VisitState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const setInputs = (inputs: readonly [string, InputValue][]) => {
    for (const [name, value] of inputs) notebook.setInput(name, value);
  };
  /** Nothing that ran before may meet what comes, and nothing of it may run by itself. */
  const change = async (changeWork: () => Promise<void>, inputs: readonly [string, InputValue][]) => {
    notebook.freeze(true);
    notebook.restart();
    await changeWork();
    setInputs(inputs);
  };
  const end = async (changeWork: () => Promise<void>, inputs: readonly [string, InputValue][]) => {
    if (state.stage === "used") {
      await change(changeWork, inputs);
      notebook.freeze(false);
    }
    shared = undefined;
    put({ stage: "none" });
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    offer(from, offered) {
      if (state.stage === "used") return;
      shared = offered;
      const { cells, inputs } = notebook.getState();
      put({ stage: "offered", from, cells: toOffered(offered, cells), inputs: toInputs(offered, inputs) });
    },
    refuse(from, why) {
      if (state.stage !== "used") put({ stage: "refused", from, why });
    },
    show() {
      if (state.stage === "offered") put({ ...state, stage: "shown" });
    },
    async use() {
      if (state.stage !== "shown" || !shared) return;
      const { from, inputs } = state;
      const { cells, inputs: inputsNow } = notebook.getState();
      const layer = toLayer(page, shared, cells);
      inputsBefore = inputsNow.map(({ name, value }) => [name, value]);
      await change(() => keeper.enter(layer), inputs);
      put({ stage: "used", from, held: true });
    },
    allow() {
      if (state.stage !== "used" || !state.held) return;
      notebook.freeze(false);
      put({ ...state, held: false });
    },
    leave: () => end(() => keeper.enter(ownLayer(page)), inputsBefore),
    keep: () => end(() => keeper.adopt(), []),
  };
}
