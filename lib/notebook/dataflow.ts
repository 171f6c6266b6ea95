/**
 * The cells of one page where they run: in a worker of the sandbox, or in a thread of Node. Observable's runtime
 * keeps the order and the staleness; here stands what a cell is to it.
 */

import type { Module, Variable } from "@observablehq/runtime";
import { RuntimeError } from "@observablehq/runtime";
import { CellControls } from "./cell-controls";
import { createCellHost } from "./cell-host";
import { type ArrayModule, rebind } from "./cell-models";
import { createScope } from "./cell-scope";
import type { CellDefinition, Change, FromDataflow } from "./change";
import { createDisplays } from "./displays";
import { ErrorPlacer, fillLinks, type ModuleLoader } from "./evaluate";
import { Gates } from "./gates";
import { type AnyGenerator, isGenerator, lastOf } from "./generators";
import type { InputValue } from "./notebook-state";
import type { CompiledModule } from "./program";
import { builtins } from "./resolve";
import type { CallService, ServiceMethod } from "./services";
import { SteadyRuntime } from "./steady-runtime";

/** The place where cells run. */
export interface DataflowGround extends ModuleLoader {
  post(message: FromDataflow): void;
  /** Generators are run to their end at once, or for a while, and count as their last value: for the build. */
  still?: boolean;
}

type Body = (...values: unknown[]) => Promise<Record<string, unknown>>;

interface LiveCell {
  definition: CellDefinition;
  url: string;
  body: Promise<Body>;
  variable: Variable;
  /** By the name each stands for. */
  outputs: Map<string, Variable>;
  controls: CellControls;
}

/** Why a run that nobody wants any more has no value. Never shown. */
const stale = new Error("a newer run has taken the place of this one");

export class Dataflow {
  private readonly runtime = new SteadyRuntime(() => {
    this.epoch = this.asked;
  });
  private readonly module: Module = this.runtime.module();
  private readonly cells = new Map<string, LiveCell>();
  private readonly inputs = new Map<string, Variable>();
  private readonly urls = new Map<string, string>();
  private readonly gates = new Gates();
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  private library: Promise<ArrayModule> | undefined;
  /** Epoch of the values as they are, and of the newest change asked for. */
  private epoch = 0;
  private asked = 0;
  private runs = 0;
  private calls = 0;

  constructor(private readonly ground: DataflowGround) {}

  change({ epoch, remove = [], define = [], set = {}, turn = [], run = [], need }: Change): void {
    this.asked = epoch;
    // A name may move from one cell to another: first all that goes, then all that comes.
    for (const id of remove) this.remove(id);
    for (const definition of define) this.dropOutputs(definition.id, definition.defines);
    // The runtime takes up last what was told it first: so cells that wait for nothing begin in page order.
    for (const definition of [...define].reverse()) this.define(definition);
    for (const [name, value] of Object.entries(set)) this.set(name, value);
    for (const { cell, control, value } of turn) this.cells.get(cell)?.controls.turn(control, value);
    for (const id of run) this.launch(this.cells.get(id));
    // Without a recomputation there is no moment to wait for.
    if (remove.length + define.length + turn.length + run.length + Object.keys(set).length === 0)
      this.epoch = epoch;
    if (!need) return;
    this.gates.open(new Set(need));
    // Not before the runs that this change makes old have ended: they would pass with their old code.
    void this.runtime.computed().then(() => this.gates.release());
  }

  /** The page's answer to a call: a value, or why there is none. */
  answer(call: number, answer: { value: unknown } | { message: string }): void {
    const asker = this.waiting.get(call);
    this.waiting.delete(call);
    if ("message" in answer) asker?.reject(new Error(answer.message));
    else asker?.resolve(answer.value);
  }

  /** An error that no `await` catches, from a timer or a forgotten promise: shown under the cell it is from. */
  report(error: unknown): void {
    const id = [...this.cells.keys()].find((one) => this.placer(one).isIn(error));
    if (error === stale || id === undefined) return;
    this.latest.get(id)?.fail(error);
  }

  /** By cell, what its newest run can still be told. */
  private readonly latest = new Map<string, { fail(error: unknown): void }>();

  private define(definition: CellDefinition): void {
    const old = this.cells.get(definition.id);
    for (const library of definition.libraries)
      if (!this.urls.has(library.path)) this.urls.set(library.path, this.toUrl(library));
    const url = this.toUrl(definition.module);
    this.urls.set(definition.module.path, url);
    const body = this.ground.load(url).then((loaded) => (loaded as { default: Body }).default);
    body.catch(() => {});
    const observer = { rejected: (error: unknown) => this.onRejected(definition.id, error) };
    const variable = old?.variable ?? this.module.variable(observer);
    const outputs = old?.outputs ?? new Map<string, Variable>();
    const controls = old?.controls ?? new CellControls();
    const cell = { definition, url, body, variable, outputs, controls };
    this.cells.set(definition.id, cell);
    this.launch(cell);
    for (const name of definition.defines) {
      if (outputs.has(name)) continue;
      const read = (values: Record<string, unknown>) => values[name];
      outputs.set(name, this.module.variable().define(nameOf(name), [cellName(definition.id)], read));
    }
  }

  private toUrl(module: CompiledModule): string {
    return this.ground.toUrl(fillLinks(module, this.urls));
  }

  /** Tells the runtime that the cell has to be computed (again). */
  private launch(cell: LiveCell | undefined): void {
    if (!cell) return;
    const { id, shared } = cell.definition;
    cell.variable.define(
      cellName(id),
      ["invalidation", ...shared.map(nameOf)],
      (invalidation: Promise<void>, ...values: unknown[]) => this.run(cell, invalidation, values),
    );
  }

  private dropOutputs(id: string, kept: readonly string[] = []): void {
    for (const [name, variable] of this.cells.get(id)?.outputs ?? []) {
      if (kept.includes(name)) continue;
      variable.delete();
      this.cells.get(id)?.outputs.delete(name);
    }
  }

  private remove(id: string): void {
    this.dropOutputs(id);
    this.cells.get(id)?.variable.delete();
    this.cells.delete(id);
  }

  private set(name: string, value: InputValue): void {
    const variable = this.inputs.get(name) ?? this.module.variable();
    this.inputs.set(name, variable);
    variable.define(nameOf(name), [], () => value);
  }

  /** One run of a cell: its values by name, or a rejection as soon as it is stale, whatever its code still does. */
  private run(cell: LiveCell, invalidation: Promise<void>, values: unknown[]): Promise<unknown> {
    const over = new AbortController();
    const ended = invalidation.then(() => {
      over.abort();
      throw stale;
    });
    return Promise.race([ended, this.compute(cell, over.signal, values)]);
  }

  private async compute(cell: LiveCell, over: AbortSignal, values: unknown[]): Promise<unknown> {
    await this.pass(cell.definition.id, over);
    const run = this.begin(cell, over);
    const began = performance.now();
    let given: Record<string, unknown> = {};
    try {
      const scope = createScope(run.host, run.displays, over);
      const body = await cell.body;
      const names = await Promise.all(cell.definition.library.map((name) => scope[name]));
      given = await body(run.host, ...values.map((value) => rebind(value, run.call)), ...names);
      await this.settle(given, run.streams, run.displays.slot(), over);
      return given;
    } catch (error) {
      run.fail(error);
      throw error;
    } finally {
      const milliseconds = performance.now() - began;
      void settled(given, run.fail).then(() => run.finish(given, milliseconds));
    }
  }

  /** Waits until the cell is needed. */
  private async pass(id: string, over: AbortSignal): Promise<void> {
    if (!this.gates.isOpen(id)) {
      this.ground.post({ type: "waiting", cell: id, epoch: this.epoch });
      await this.gates.opened(id, over);
    }
    if (over.aborted) throw stale;
  }

  /** A run with all that the cell's code may reach for. Once it is over, nobody hears of it any more. */
  private begin(cell: LiveCell, over: AbortSignal) {
    const { id } = cell.definition;
    const run = this.runs++;
    const post = (message: FromDataflow) => over.aborted || this.ground.post(message);
    post({ type: "started", cell: id, run, epoch: this.epoch });
    const streams: AnyGenerator[] = [];
    const call = (method: ServiceMethod, args: Record<string, unknown>) =>
      this.call(id, run, method, args, over);
    const displays = createDisplays((display, at) => post({ type: "display", cell: id, run, at, display }));
    const host = createCellHost({
      displays,
      call,
      arrays: () => this.arrays(call),
      stream: (generator) => streams.push(generator),
      control: (spec, initial) => {
        const { place, value } = cell.controls.make(spec, initial);
        return { place, value, values: cell.controls.values(place, this.ground.still ?? false) };
      },
    });
    const placer = this.placer(id);
    let failed = false;
    const fail = (error: unknown) => {
      failed = true;
      displays.show({ ...placer.toDisplay(error) });
    };
    const finish = (given: Record<string, unknown>, milliseconds: number) => {
      const streaming = !this.ground.still && [...Object.values(given), ...streams].some(isGenerator);
      displays.finish();
      post({ type: "finished", cell: id, run, milliseconds, failed, streaming });
    };
    this.latest.set(id, { fail });
    cell.controls.begin();
    return { host, displays, streams, call, fail, finish };
  }

  /** Loaded by the first cell that uses it, and kept. */
  private async arrays(call: CallService): Promise<ArrayModule> {
    if (!this.library) {
      const code = (await call("arrays", {})) as string;
      this.library ??= this.ground.load(this.ground.toUrl(code)) as Promise<ArrayModule>;
    }
    return this.library;
  }

  /** Streams what is to be shown, or, where nothing moves, replaces each generator by its last value. */
  private async settle(
    given: Record<string, unknown>,
    streams: readonly AnyGenerator[],
    show: (value: unknown) => void,
    over: AbortSignal,
  ): Promise<void> {
    const ends = new Map<unknown, unknown>();
    if (this.ground.still)
      for (const generator of new Set([...Object.values(given).filter(isGenerator), ...streams]))
        ends.set(generator, await lastOf(generator));
    for (const generator of streams) {
      const name = Object.keys(given).find((one) => given[one] === generator);
      if (ends.has(generator)) show(ends.get(generator));
      else this.watch(generator, name, show, over);
    }
    for (const [name, value] of Object.entries(given)) if (ends.has(value)) given[name] = ends.get(value);
  }

  /** Shows each value as it comes; a generator with a name is read once, for all who use the name. */
  private watch(
    generator: AnyGenerator,
    name: string | undefined,
    show: (value: unknown) => void,
    over: AbortSignal,
  ) {
    const watcher = this.module.variable({
      fulfilled: show,
      rejected: (error) => error !== stale && show(error),
    });
    if (name === undefined) watcher.define([], () => generator);
    else watcher.define([nameOf(name)], (value: unknown) => value);
    over.addEventListener("abort", () => watcher.delete());
  }

  private call(
    cell: string,
    run: number,
    method: ServiceMethod,
    args: Record<string, unknown>,
    over: AbortSignal,
  ) {
    const call = this.calls++;
    return new Promise((resolve, reject) => {
      if (over.aborted) return reject(stale);
      // Taken back when the answer is there: a text of a thousand tokens is as many calls.
      const end = () => this.answer(call, { message: stale.message });
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          over.removeEventListener("abort", end);
          then(value);
        };
      over.addEventListener("abort", end);
      this.waiting.set(call, { resolve: settle(resolve), reject: settle(reject) });
      this.ground.post({ type: "call", call, cell, run, method, args });
    });
  }

  private onRejected(id: string, error: unknown): void {
    if (!(error instanceof RuntimeError) || !error.input) return;
    this.ground.post({ type: "blocked", cell: id, epoch: this.epoch, name: error.input.slice(1) });
  }

  private placer(id: string): ErrorPlacer {
    return new ErrorPlacer(this.urls, this.cells.get(id)?.definition.module.path ?? "", builtins);
  }
}

/** Names of the page and names of ours must not meet. */
function nameOf(name: string): string {
  return `:${name}`;
}

function cellName(id: string): string {
  return `cell ${id}`;
}

/** When every promise among the values has an end; one that is rejected is reported. */
async function settled(given: Record<string, unknown>, fail: (error: unknown) => void): Promise<void> {
  const results = await Promise.allSettled(Object.values(given).filter((value) => value instanceof Promise));
  for (const result of results) if (result.status === "rejected") fail(result.reason);
}
