/** The reader's training runs: one at a time, kept in this browser, the same for all instruments of the page. */
import type { LanguageModel } from "@/lib/model/language-model";
import { type Adapter, adaptedNames, countParameters, readAdapter, writeAdapter } from "@/lib/model/lora";
import { startTraining, type Training } from "@/lib/model/train-client";
import type { TrainSettings } from "@/lib/model/train-lora";
import type { TrainCheck, TrainStep } from "@/lib/model/train-protocol";
import { dropRun, keepRun, keptRuns } from "./kept";
import { limits } from "./presets";

export interface TrainRun {
  id: number;
  status: "preparing" | "running" | "stopping" | "done" | "stopped" | "failed" | "interrupted" | "loaded";
  /** Why it failed. */
  message?: string;
  /** What it learned from. */
  text: string;
  /** Tokens of it that were used, and all of them. */
  tokens: number;
  allTokens: number;
  settings: TrainSettings;
  /** Numbers trained. */
  parameters: number;
  steps: TrainStep[];
  checks: TrainCheck[];
  /** As of the last check; a full fine-tuning has none. */
  adapter?: Adapter;
}

interface State {
  runs: readonly TrainRun[];
  /** Whose adapter the instrument applies. */
  chosen?: number;
  /** Where the browser keeps nothing, the reader must know. */
  keeping: "unknown" | "yes" | "no";
}

const busy = (run: TrainRun) => ["preparing", "running", "stopping"].includes(run.status);

class Runs {
  state: State = { runs: [], keeping: "unknown" };
  private readonly listeners = new Set<() => void>();
  private training?: Training;

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get active(): TrainRun | undefined {
    return this.state.runs.find(busy);
  }

  choose = (chosen: number) => this.set({ chosen });

  /** Brings back what an earlier visit kept. A run that was cut off by leaving is one that says so. */
  async restore(model: Pick<LanguageModel, "name" | "shapes">): Promise<void> {
    if (this.state.keeping !== "unknown") return;
    this.set({ keeping: "yes" });
    try {
      const found = (await keptRuns()).flatMap(({ facts, file }) => {
        try {
          const run = JSON.parse(facts) as TrainRun;
          const status = busy(run) ? ("interrupted" as const) : run.status;
          return [{ ...run, status, adapter: readAdapter(file.buffer, model) }];
        } catch {
          return []; // of other weights than today's; it stays where it is
        }
      });
      const known = new Set(this.state.runs.map(({ id }) => id));
      const runs = [...found.filter(({ id }) => !known.has(id)), ...this.state.runs];
      this.set({ runs, chosen: this.state.chosen ?? runs.at(-1)?.id });
    } catch {
      this.set({ keeping: "no" });
    }
  }

  async start(model: LanguageModel, settings: TrainSettings, text: string, keptText: string): Promise<void> {
    const all = [0, ...model.tokenizer.encode(text)];
    const tokens = all.slice(0, limits.learn);
    const lora = settings.method === "lora";
    const names = adaptedNames(model.shapes, settings.targets);
    const run: TrainRun = {
      id: Date.now(),
      status: "preparing",
      text,
      tokens: tokens.length - 1,
      allTokens: all.length - 1,
      settings,
      parameters: lora ? countParameters(model.shapes, names, settings.rank) : model.parameters,
      steps: [],
      checks: [],
    };
    this.set({ runs: [...this.state.runs, run], chosen: lora ? run.id : this.state.chosen });
    const change = (patch: Partial<TrainRun>) => this.change(run.id, patch);
    const now = () => this.state.runs.find(({ id }) => id === run.id)!;
    const { signal } = new AbortController(); // nobody drops a run: Stop ends it with what it has
    try {
      const kept = [0, ...model.tokenizer.encode(keptText)];
      this.training = startTraining(signal, model, { settings, tokens, kept }, (message) => {
        const { status, steps, checks } = now();
        const going = status === "preparing" ? "running" : status;
        if (message.type === "step") {
          const { type: _, ...step } = message;
          return change({ status: going, steps: [...steps, step] });
        }
        const { tensors, type: _, ...check } = message;
        const name = text.trim().split(/\s+/).slice(0, 4).join(" ");
        const { rank, alpha } = settings;
        const adapter = tensors && {
          name: `run-${run.id}`,
          title: name,
          base: model.name,
          rank,
          alpha,
          tensors,
        };
        change({ status: going, checks: [...checks, check], adapter: adapter ?? now().adapter });
        if (adapter) void this.keep(now());
      });
      const { stopped } = await this.training.finished;
      change({ status: stopped ? "stopped" : "done" });
    } catch (error) {
      change({ status: "failed", message: error instanceof Error ? error.message : String(error) });
    } finally {
      this.training = undefined;
      if (now()?.adapter) void this.keep(now());
    }
  }

  /** Ends the run after its step, adapter and all. Also when the instrument is left. */
  stop = () => {
    if (!this.active || !this.training) return;
    this.change(this.active.id, { status: "stopping" });
    this.training.stop();
  };

  /** An adapter from a file. Throws a ModelError that says what does not fit. */
  load(model: Pick<LanguageModel, "name" | "shapes">, file: ArrayBuffer): void {
    const adapter = readAdapter(file, model);
    const { rank, alpha, tensors } = adapter;
    const run: TrainRun = {
      id: Date.now(),
      status: "loaded",
      text: "",
      tokens: 0,
      allTokens: 0,
      settings: { method: "lora", rank, alpha, targets: [], steps: 0, rate: 0, seed: 0 },
      parameters: Object.values(tensors).reduce((sum, { data }) => sum + data.length, 0),
      steps: [],
      checks: [],
      adapter,
    };
    this.set({ runs: [...this.state.runs, run], chosen: run.id });
    void this.keep(run);
  }

  drop(id: number): void {
    const runs = this.state.runs.filter((run) => run.id !== id);
    const chosen = this.state.chosen === id ? runs.findLast(({ adapter }) => adapter)?.id : this.state.chosen;
    this.set({ runs, chosen });
    void dropRun(id).catch(() => {});
  }

  private async keep({ adapter, ...facts }: TrainRun): Promise<void> {
    if (!adapter || this.state.keeping === "no") return;
    try {
      await keepRun({ id: facts.id, file: writeAdapter(adapter), facts: JSON.stringify(facts) });
    } catch {
      this.set({ keeping: "no" });
    }
  }

  private change(id: number, patch: Partial<TrainRun>) {
    this.set({ runs: this.state.runs.map((run) => (run.id === id ? { ...run, ...patch } : run)) });
  }

  private set(patch: Partial<State>) {
    this.state = { ...this.state, ...patch };
    for (const listener of this.listeners) listener();
  }
}

export const runs = new Runs();

/** Tokens a second, the first step aside: it compiles. */
export function speedOf({ steps }: Pick<TrainRun, "steps">): number | undefined {
  const rest = steps.slice(1);
  const milliseconds = rest.reduce((sum, step) => sum + step.milliseconds, 0);
  return milliseconds > 0
    ? (1000 * rest.reduce((sum, step) => sum + step.tokens, 0)) / milliseconds
    : undefined;
}
