import type { CellDefinition, Change } from "./change";
import type { InputState } from "./notebook-state";

type Turn = NonNullable<Change["turn"]>[number];

/** What a kernel has been told, and what it is to be told next. */
export class NextChange {
  private defined: ReadonlyMap<string, CellDefinition> = new Map();
  private needed: readonly string[] = [];
  private readonly inputs = new Set<string>();
  /** Cells to run again though nothing they depend on has changed. */
  readonly again = new Set<string>();
  private turns: Turn[] = [];
  /** The number of the last change that was taken. */
  epoch = 0;

  setInput(name: string): void {
    this.inputs.add(name);
  }

  /** Only the newest value of a control matters. */
  turn(turn: Turn): void {
    const isOther = ({ cell, control }: Turn) => cell !== turn.cell || control !== turn.control;
    this.turns = [...this.turns.filter(isOther), turn];
  }

  hasTurnOf(cell: string): boolean {
    return this.turns.some((turn) => turn.cell === cell);
  }

  /** A new kernel knows nothing; what the reader wants of it still holds. */
  forget(): void {
    this.defined = new Map();
    this.needed = [];
    this.again.clear();
  }

  /** The next change, or nothing if the kernel knows all this. A control of a cell can be moved once it `isLive`. */
  take(
    definitions: ReadonlyMap<string, CellDefinition>,
    inputs: readonly InputState[],
    needed: readonly string[],
    isLive: (cell: string) => boolean,
  ): Change | undefined {
    const isFirst = this.defined.size === 0;
    const set = inputs.filter(({ name }) => isFirst || this.inputs.has(name));
    const change = {
      define: [...definitions.values()].filter((one) => this.defined.get(one.id) !== one),
      remove: [...this.defined.keys()].filter((id) => !definitions.has(id)),
      set: Object.fromEntries(set.map(({ name, value }) => [name, value])),
      turn: this.turns.filter(({ cell }) => isLive(cell)),
      run: [...this.again].filter((id) => definitions.has(id)),
    };
    const isNothing = Object.values(change).every((part) => Object.keys(part).length === 0);
    if (isNothing && String(needed) === String(this.needed)) return undefined;
    this.defined = new Map(definitions);
    this.needed = needed;
    this.inputs.clear();
    this.again.clear();
    this.turns = this.turns.filter((one) => !change.turn.includes(one));
    return { epoch: ++this.epoch, ...change, need: [...needed] };
  }
}
