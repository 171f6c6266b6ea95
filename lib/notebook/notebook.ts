import { blockedBy } from "./blocked";
import { CellRun } from "./cell-run";
import type { Change, FromDataflow } from "./change";
import type { CompiledPage, PageCompiler } from "./compile-page";
import type { ErrorDisplay } from "./display";
import { NextChange } from "./next-change";
import { createCell, type NotebookCell } from "./notebook-cell";
import type {
  CellPhase,
  CellState,
  InputState,
  InputValue,
  KernelState,
  Notebook,
  NotebookSpec,
  NotebookState,
} from "./notebook-state";
import { dependantsOf, inputsBehind, neededBy } from "./reach";

/** A kernel as the notebook knows it; `lib/sandbox` has one. */
export interface Kernel {
  change(change: Change): void;
  close(): void;
}

export type KernelMessage = Exclude<FromDataflow, { type: "call" }>;

export interface KernelEvents {
  onMessage(message: KernelMessage): void;
  onEnd(error: Error): void;
}

/** All that weighs anything, loaded when something is to run. */
export interface NotebookTools {
  createCompiler(): PageCompiler;
  openKernel(events: KernelEvents): Promise<Kernel>;
}

/** A kernel in which nothing runs, and which has not begun what it was asked for, is broken after this. */
const silence = 3_000;

/** Keeps a page's notebook; see `notebook-state.ts` for what it promises. `load` is called once, when needed. */
export function createNotebook(spec: NotebookSpec, load: () => Promise<NotebookTools>): Notebook {
  return new PageNotebook(spec, load);
}

class PageNotebook implements Notebook {
  private cells: NotebookCell[];
  private inputs: InputState[];
  private kernelState: KernelState = "off";
  private refused: readonly string[] = [];
  private snapshot: NotebookState | undefined;
  private readonly listeners = new Set<() => void>();

  private loading?: Promise<NotebookTools>;
  private tools?: { tools: NotebookTools; compile: PageCompiler; compileDrafts: PageCompiler };
  private page?: CompiledPage;

  private kernel?: Kernel;
  /** Counts kernels; what an earlier one says is not heard. */
  private generation = 0;
  private readonly next = new NextChange();
  private watchdog?: ReturnType<typeof setTimeout>;
  private revived = false;
  private frozen = false;

  readonly modules: NotebookSpec["modules"];

  constructor(
    private readonly spec: NotebookSpec,
    private readonly load: () => Promise<NotebookTools>,
  ) {
    this.modules = spec.modules;
    this.inputs = spec.inputs.map((input) => ({ ...input, value: input.initial }));
    this.cells = spec.cells.map(({ id, title, code, outputs, reads }) =>
      createCell({ id, title, author: code, code }, { outputs, reads }, this.initialOf(reads)),
    );
  }

  getState(): NotebookState {
    this.snapshot ??= {
      cells: this.cells.map(({ state }) => state),
      inputs: this.inputs,
      kernel: this.kernelState,
      refused: this.refused,
    };
    return this.snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  setCode(id: string, code: string): void {
    const cell = this.find(id);
    if (cell && cell.state.code !== code) this.patch(cell, { code });
  }

  run(id: string): void {
    this.whenLoaded([id], () => this.request([id]));
  }

  runAll(): void {
    const ids = this.cells.map(({ state }) => state.id);
    this.whenLoaded(ids, () => this.request(this.cells.map(({ state }) => state.id)));
  }

  stop(): void {
    this.endKernel();
    for (const cell of this.cells) {
      const wasRunning = cell.state.phase === "running";
      this.hold(cell, wasRunning ? "stopped" : cell.state.phase);
    }
  }

  restart(): void {
    this.stop();
  }

  freeze(frozen: boolean): void {
    if (frozen) this.stop();
    this.frozen = frozen;
  }

  reset(id: string): void {
    const cell = this.find(id);
    const { author } = cell?.state ?? {};
    if (!cell || author === undefined) return;
    const isNew = cell.committed !== author;
    cell.committed = author;
    this.endRun(cell);
    this.patch(cell, {
      code: author,
      phase: "prebuilt",
      outputs: cell.built.outputs,
      belongs: { code: author, inputs: this.initialOf(cell.built.reads) },
      milliseconds: undefined,
      streaming: undefined,
      held: undefined,
    });
    cell.stale = cell.requested = false;
    if (!this.page) return;
    if (isNew) this.recompile();
    if (this.isAsBuilt(id)) cell.stale = false;
    else {
      if (cell.live) this.next.again.add(id);
      this.invalidate([id]);
    }
    this.flush();
  }

  setInput(name: string, value: InputValue): void {
    const input = this.inputs.find((one) => one.name === name);
    if (!input || input.value === value) return;
    this.inputs = this.inputs.map((one) => (one === input ? { ...one, value } : one));
    this.next.setInput(name);
    this.notify();
    if (!this.mayRead(name)) return;
    const readers = this.cells.filter(({ built }) => built.reads.includes(name));
    const soon = readers.filter(({ visible }) => visible).map(({ state }) => state.id);
    this.whenLoaded(this.page ? [] : soon, () => {
      this.page ?? this.recompile();
      this.invalidate(dependantsOf(this.page!.graph, this.page!.graph.users.get(name) ?? []));
      this.flush(true);
    });
  }

  turn(id: string, control: number, value: InputValue): void {
    const cell = this.find(id);
    if (!cell) return;
    const outputs = cell.state.outputs.map((one) =>
      one.kind === "control" && one.control === control ? { ...one, value } : one,
    );
    this.patch(cell, { outputs });
    this.next.turn({ cell: id, control, value });
    this.whenLoaded(cell.live ? [] : [id], () => {
      this.page ?? this.recompile();
      if (!cell.live) cell.requested = true;
      const others = [...dependantsOf(this.page!.graph, [id])].filter((one) => one !== id);
      // Those that run here are told by the kernel whether they depend on just this control.
      this.invalidate(others.filter((one) => !this.find(one)?.live));
      this.flush(true);
    });
  }

  addCell({ id, title, code }: { id: string; title: string; code: string }, after: string | undefined): void {
    if (this.find(id)) throw new Error(`There is a cell "${id}" already.`);
    const at = this.cells.findIndex(({ state }) => state.id === after) + 1;
    const cell = createCell({ id, title, code });
    this.cells = [...this.cells.slice(0, at), cell, ...this.cells.slice(at)];
    if (this.page) this.recompile();
    this.flush();
    this.notify();
  }

  deleteCell(id: string): void {
    const cell = this.find(id);
    if (!cell || cell.state.author !== undefined) return;
    this.endRun(cell);
    this.cells = this.cells.filter((one) => one !== cell);
    if (this.page) this.recompile();
    this.flush();
    this.notify();
  }

  setVisible(id: string, visible: boolean): void {
    const cell = this.find(id);
    if (!cell || cell.visible === visible) return;
    cell.visible = visible;
    if (cell.stale || (cell.live && this.kernel)) this.flush();
  }

  close(): void {
    this.stop();
  }

  // — what the reader asked for —

  /** Does `act` once the tools are there, at once if they are; `ids` are shown as running meanwhile. */
  private whenLoaded(ids: readonly string[], act: () => void): void {
    if (this.frozen) return;
    if (this.tools) {
      act();
      return;
    }
    const { generation } = this;
    for (const id of ids) this.setPhase(this.find(id), "running");
    this.setKernel("starting");
    this.loading ??= this.load();
    this.loading.then(
      (tools) => {
        this.tools ??= {
          tools,
          compile: tools.createCompiler(),
          compileDrafts: tools.createCompiler(),
        };
        if (generation === this.generation) act();
      },
      (error) => {
        this.loading = undefined;
        if (generation !== this.generation) return;
        this.setKernel("off");
        for (const id of ids) this.fail(this.find(id), toDisplay(error));
      },
    );
  }

  /** Runs cells with the code on show, after those they need, whose code on show counts from now on as well. */
  private request(ids: readonly string[]): void {
    this.revived = false;
    const drafts = this.tools!.compileDrafts(
      this.cells.map(({ state }) => state),
      this.inputNames(),
    );
    for (const id of neededBy(drafts.graph, ids)) {
      const cell = this.find(id);
      if (cell) cell.committed = cell.state.code;
    }
    this.recompile();
    for (const id of ids) {
      const cell = this.find(id);
      if (!cell) continue;
      if (cell.live && !cell.stale) this.next.again.add(id);
      cell.requested = true;
    }
    this.invalidate(dependantsOf(this.page!.graph, this.next.again));
    this.flush(true);
  }

  /** Reads the code that counts again; what has changed, and all that depends on it, is out of date. */
  private recompile(): void {
    const before = this.page;
    const cells = this.cells.map(({ state, committed }) => ({ ...state, code: committed }));
    this.page = this.tools!.compile(cells, this.inputNames());
    const { definitions, graph } = this.page;
    const isChanged = (id: string) =>
      before
        ? before.definitions.get(id) !== definitions.get(id) ||
          before.graph.problems.get(id)?.message !== graph.problems.get(id)?.message
        : this.find(id)!.committed !== this.find(id)!.state.belongs.code;
    const changed = this.cells.map(({ state }) => state.id).filter(isChanged);
    this.invalidate(dependantsOf(graph, changed));
  }

  /** What these cells show belongs to the past. */
  private invalidate(ids: Iterable<string>): void {
    for (const id of ids) {
      const cell = this.find(id);
      if (!cell) continue;
      // A cell of the reader's own that never ran has nothing to be out of date.
      if (cell.state.phase === "prebuilt" && cell.state.author === undefined && !cell.requested) continue;
      this.endRun(cell);
      cell.stale = true;
      cell.since = this.next.epoch + 1;
      this.patch(cell, { held: undefined });
    }
  }

  // — what the kernel is told —

  /** Tells the kernel what has changed and who may run; with `start`, starts one if there is something to run. */
  private flush(start = false): void {
    if (!this.page || !this.tools) return;
    this.showProblems();
    const needed = this.findNeeded();
    if (!this.kernel) {
      const waits = needed.some((id) => this.find(id)?.stale || this.find(id)?.requested);
      if (start && waits) this.openKernel();
      else if (this.kernelState === "starting" && !this.opening) this.setKernel("off");
      this.showPhases(needed);
      return;
    }
    const { definitions } = this.page;
    const isLive = (id: string) => this.find(id)?.live ?? false;
    const change = this.next.take(definitions, this.inputs, needed, isLive);
    this.showPhases(needed);
    if (change) this.kernel.change(change);
    this.setKernel(this.isBusy() ? "busy" : "idle");
    this.watch();
  }

  private opening = false;

  private openKernel(): void {
    if (this.opening) return;
    this.opening = true;
    this.refused = [];
    const { generation } = this;
    const isNow = () => generation === this.generation;
    this.setKernel("starting");
    this.tools!.tools.openKernel({
      onMessage: (message) => isNow() && this.hear(message),
      onEnd: (error) => isNow() && this.lose(error),
    }).then(
      (kernel) => {
        if (!isNow()) return kernel.close();
        this.opening = false;
        this.kernel = kernel;
        this.flush();
      },
      (error) => isNow() && this.lose(error),
    );
  }

  /** What may run: what the reader asked for, what is seen and alive or out of date, and all that these need. */
  private findNeeded(): string[] {
    const { graph, definitions } = this.page!;
    const wanted = this.cells.filter(
      ({ requested, visible, stale, live }) => requested || (visible && (stale || live)),
    );
    const ids = wanted.map(({ state }) => state.id).filter((id) => definitions.has(id));
    return [...neededBy(graph, ids)].filter((id) => definitions.has(id));
  }

  private showPhases(needed: readonly string[]): void {
    for (const cell of this.cells) {
      if (!cell.stale && !cell.requested) continue;
      if (cell.run && cell.state.phase === "running") continue;
      const runs = needed.includes(cell.state.id) && this.kernelState !== "off";
      this.setPhase(cell, runs ? "running" : "waiting");
      if (!runs && !this.kernel && !this.opening) this.hold(cell, "waiting");
    }
  }

  /** Cells that cannot run show why, in place of what they showed. */
  private showProblems(): void {
    for (const cell of this.cells) {
      const problem = this.page!.graph.problems.get(cell.state.id);
      if (problem && (cell.requested || cell.stale)) this.fail(cell, problem);
    }
  }

  // — what the kernel says —

  private hear(message: KernelMessage): void {
    this.watch();
    if (message.type === "refused") {
      this.onRefused(message.address);
      return;
    }
    const cell = this.find(message.cell);
    if (!cell) return;
    if ("epoch" in message && message.epoch < cell.since) return;
    if (message.type === "started") this.onStarted(cell, message.run);
    else if (message.type === "waiting") this.onWaiting(cell);
    else if (message.type === "blocked") this.onBlocked(cell, message.name);
    else if (cell.run?.number !== message.run) return;
    else if (message.type === "display") cell.run.add(message.at, message.display);
    else this.onFinished(cell, cell.run, message);
    this.setKernel(this.isBusy() ? "busy" : "idle");
  }

  private onRefused(address: string): void {
    if (this.refused.length >= 5) return;
    this.refused = [...this.refused, address];
    this.notify();
  }

  private onStarted(cell: NotebookCell, number: number): void {
    this.endRun(cell);
    cell.live = true;
    cell.stale = false;
    cell.run = new CellRun(number, {
      onShow: (run) => this.showRun(cell, run),
      onSlow: () => this.patch(cell, { slow: true }),
    });
    this.patch(cell, { phase: "running", held: undefined, streaming: undefined });
  }

  private showRun(cell: NotebookCell, { outputs }: CellRun): void {
    const names = inputsBehind(this.page!.graph, cell.state.id, this.inputNames());
    const read = this.inputs.filter(({ name }) => names.includes(name));
    const inputs = Object.fromEntries(read.map(({ name, value }) => [name, value]));
    this.patch(cell, { outputs, belongs: { code: cell.committed, inputs } });
  }

  private onFinished(
    cell: NotebookCell,
    run: CellRun,
    message: Extract<KernelMessage, { type: "finished" }>,
  ): void {
    run.finish();
    cell.requested = false;
    this.showRun(cell, run);
    const { milliseconds, failed, streaming } = message;
    this.patch(cell, { phase: failed ? "failed" : "done", milliseconds, streaming, slow: undefined });
    if (this.next.hasTurnOf(message.cell)) this.flush();
  }

  private onWaiting(cell: NotebookCell): void {
    if (!cell.live && !cell.stale) return;
    this.endRun(cell);
    cell.stale = true;
    this.setPhase(cell, "waiting");
    if (cell.visible) this.flush();
  }

  private onBlocked(cell: NotebookCell, name: string): void {
    if (!cell.live && !cell.stale && !cell.requested) return;
    const owner = this.cells.find(({ state }) =>
      this.page!.definitions.get(state.id)?.defines.includes(name),
    );
    this.fail(cell, blockedBy(name, owner?.state.title ?? name));
  }

  /** The kernel is gone: those that ran in it say why, the others keep what they show. */
  private lose(error: Error): void {
    const running = this.cells.filter(({ state, run }) => state.phase === "running" && run);
    const culprits =
      running.length > 0 ? running : this.cells.filter(({ state }) => state.phase === "running");
    this.endKernel();
    for (const cell of culprits) {
      const shown = cell.run?.outputs ?? [];
      this.endRun(cell);
      const belongs = { ...cell.state.belongs, code: cell.committed };
      this.patch(cell, { outputs: [...shown, toDisplay(error)], belongs, milliseconds: undefined });
      this.hold(cell, "failed");
    }
    for (const cell of this.cells)
      if (!culprits.includes(cell))
        this.hold(cell, cell.state.phase === "running" ? "waiting" : cell.state.phase);
  }

  /** A kernel that code has broken neither runs anything nor says so: a new one takes its place, once. */
  private watch(): void {
    clearTimeout(this.watchdog);
    const pending = this.cells.filter(({ state }) => state.phase === "running");
    const isBusy = this.cells.some(({ state, run }) => (state.phase === "running" && run) || state.streaming);
    if (pending.length === 0 || isBusy) return;
    this.watchdog = setTimeout(() => {
      if (this.revived) return this.lose(new Error("The kernel does not answer. Run the cell again."));
      this.revived = true;
      this.endKernel();
      this.flush(true);
    }, silence);
  }

  // — small things —

  private endKernel(): void {
    this.generation++;
    this.kernel?.close();
    this.kernel = undefined;
    this.opening = false;
    this.next.forget();
    clearTimeout(this.watchdog);
    for (const cell of this.cells) cell.live = false;
    this.setKernel("off");
  }

  /** Leaves a cell as it is until the reader asks for it, or something behind it changes. */
  private hold(cell: NotebookCell, phase: CellPhase): void {
    if (cell.run) this.showRunEnd(cell);
    const isOld = cell.stale || phase === "waiting";
    cell.stale = cell.requested = false;
    this.patch(cell, { phase, slow: undefined, streaming: undefined, held: isOld || undefined });
  }

  /** What a run that is ended has shown; if that is nothing, what the same code showed before may stay. */
  private showRunEnd(cell: NotebookCell): void {
    const isNews = cell.run && (cell.run.outputs.length > 0 || cell.committed !== cell.state.belongs.code);
    if (cell.run && isNews && cell.state.phase === "running") this.showRun(cell, cell.run);
    this.endRun(cell);
  }

  private fail(cell: NotebookCell | undefined, problem: ErrorDisplay): void {
    if (!cell) return;
    this.endRun(cell);
    cell.stale = cell.requested = false;
    const belongs = { ...cell.state.belongs, code: cell.committed };
    this.patch(cell, { phase: "failed", outputs: [problem], belongs, milliseconds: undefined });
  }

  private endRun(cell: NotebookCell): void {
    cell.run?.finish();
    cell.run = undefined;
    if (cell.state.slow) this.patch(cell, { slow: undefined });
  }

  /** Code and inputs behind a cell are the author's: what the build computed is what it would show. */
  private isAsBuilt(id: string): boolean {
    const behind = [...neededBy(this.page!.graph, [id])].map((one) => this.find(one));
    const names = inputsBehind(this.page!.graph, id, this.inputNames());
    return (
      behind.every((cell) => cell && cell.committed === cell.state.author) &&
      this.inputs.every(({ name, value, initial }) => value === initial || !names.includes(name))
    );
  }

  /** Whether a cell may depend on an input, as far as is known before anything is read. */
  private mayRead(name: string): boolean {
    return this.cells.some(({ state, built }) => built.reads.includes(name) || state.code !== state.author);
  }

  private isBusy(): boolean {
    return this.cells.some(({ state }) => state.phase === "running" || state.streaming);
  }

  private inputNames(): string[] {
    return this.inputs.map(({ name }) => name);
  }

  private initialOf(names: readonly string[]): Record<string, InputValue> {
    const read = this.spec.inputs.filter(({ name }) => names.includes(name));
    return Object.fromEntries(read.map(({ name, initial }) => [name, initial]));
  }

  private find(id: string): NotebookCell | undefined {
    return this.cells.find(({ state }) => state.id === id);
  }

  private setPhase(cell: NotebookCell | undefined, phase: CellPhase): void {
    if (cell && cell.state.phase !== phase) this.patch(cell, { phase });
  }

  private setKernel(state: KernelState): void {
    if (this.kernelState === state) return;
    this.kernelState = state;
    this.notify();
  }

  private patch(cell: NotebookCell, change: Partial<CellState>): void {
    const same = Object.entries(change).every(([key, value]) => cell.state[key as keyof CellState] === value);
    if (same) return;
    cell.state = { ...cell.state, ...change };
    this.notify();
  }

  private notify(): void {
    this.snapshot = undefined;
    for (const listener of this.listeners) listener();
  }
}

function toDisplay(error: unknown): ErrorDisplay {
  if (!(error instanceof Error)) return { kind: "error", name: "Error", message: String(error) };
  return {
    kind: "error",
    name: error.name === "SandboxError" ? "Sandbox" : error.name,
    message: error.message,
  };
}
