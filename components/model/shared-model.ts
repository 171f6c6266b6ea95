import { BASE } from "@/lib/base";
import { type OpenModel, openModel } from "@/lib/model/client";
import { type LanguageModel, ModelError } from "@/lib/model/language-model";
import type { Place } from "@/lib/model/protocol";
import type { ModelState } from "./types";

/** Milliseconds a model stays after its last user has gone: a demo that is drawn anew comes back at once. */
const GRACE = 10_000;

/**
 * One copy of a model in memory for all demos and cells of a page: a small store that hooks subscribe to.
 * The model's code is fetched only when somebody asks for the model. It is unloaded when no demo shows it and no run
 * of a cell uses it any more, and when the page is put away.
 */
export class SharedModel {
  state: ModelState = { status: "idle" };
  place: Place = "auto";
  private readonly listeners = new Set<() => void>();
  /** Runs of cells that have used it and are not over. */
  private readonly runs = new Set<AbortSignal>();
  private grace?: ReturnType<typeof setTimeout>;
  private opening?: AbortController;
  private shipped?: OpenModel;
  private wrap: (model: OpenModel) => LanguageModel = (model) => ({ ...model });

  constructor(readonly name: string) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    clearTimeout(this.grace);
    return () => {
      this.listeners.delete(listener);
      this.leave();
    };
  };

  /** Asks for the model once. A failure is tried again only when somebody wants it: see `retry`. */
  load = () => {
    if (this.state.status === "idle") void this.open();
  };

  retry = () => {
    if (this.state.status === "failed") void this.open();
  };

  choosePlace = (place: Place) => {
    if (place === this.place && this.state.status !== "failed") return;
    this.place = place;
    void this.open();
  };

  /**
   * The shipped model when it is ready, asking for it if nobody has. For cells, which do not render: it stays until
   * `signal` aborts, which is the end of the cell's run.
   */
  async ready(signal?: AbortSignal): Promise<OpenModel> {
    if (signal) this.stay(signal);
    this.load();
    this.retry();
    for (;;) {
      signal?.throwIfAborted();
      if (this.state.status === "ready") return this.shipped!;
      if (this.state.status === "failed") throw this.state.error;
      await new Promise<void>((resolve) => {
        const off = this.subscribe(() => {
          off();
          resolve();
        });
      });
    }
  }

  /** Frees the model; whoever needs it next asks for it again. A failure stays, to be read. */
  unload = () => {
    clearTimeout(this.grace);
    this.opening?.abort();
    this.shipped?.close();
    this.shipped = undefined;
    if (this.state.status !== "failed") this.set({ status: "idle" });
  };

  private stay(run: AbortSignal) {
    if (run.aborted || this.runs.has(run)) return;
    this.runs.add(run);
    clearTimeout(this.grace);
    const over = () => {
      this.runs.delete(run);
      this.leave();
    };
    run.addEventListener("abort", over, { once: true });
  }

  private leave() {
    if (this.listeners.size > 0 || this.runs.size > 0) return;
    clearTimeout(this.grace);
    this.grace = setTimeout(this.unload, GRACE);
  }

  private async open() {
    this.opening?.abort();
    this.shipped?.close();
    this.shipped = undefined;
    this.opening = new AbortController();
    const { signal } = this.opening;
    this.set({ status: "loading", loaded: 0, total: 0 });
    try {
      const model = await openModel(signal, `${BASE}/models/${this.name}/`, {
        place: this.place,
        onProgress: (loaded, total) => !signal.aborted && this.set({ status: "loading", loaded, total }),
        onDeviceLost: () => !signal.aborted && this.show({ ...model }),
        onStopped: (error) => !signal.aborted && this.set({ status: "failed", error }),
      });
      this.show(model);
    } catch (error) {
      if (!signal.aborted) this.set({ status: "failed", error: toModelError(error) });
    }
  }

  /** What demos get in place of the shipped model, or nothing to give that back; cells get the shipped one. */
  replace(wrap?: (model: OpenModel) => LanguageModel) {
    this.wrap = wrap ?? ((model) => ({ ...model }));
    if (this.shipped && this.state.status === "ready") this.show(this.shipped);
  }

  /** A new object each time, so that demos read their prompts again. */
  private show(model: OpenModel) {
    this.shipped = model;
    this.set({ status: "ready", model: this.wrap(model) });
  }

  private set(state: ModelState) {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

function toModelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  return new ModelError("unknown", error instanceof Error ? error.message : String(error));
}

const models = new Map<string, SharedModel>();

export function sharedModel(name: string): SharedModel {
  if (models.size === 0) followPage();
  const model = models.get(name) ?? new SharedModel(name);
  models.set(name, model);
  return model;
}

/** Browsers keep a page that was left, to come back to at once; its models need not stay in memory meanwhile. */
function followPage(): void {
  if (typeof window === "undefined") return;
  let used: SharedModel[] = [];
  addEventListener("pagehide", () => {
    used = [...models.values()].filter(({ state }) => state.status === "ready" || state.status === "loading");
    for (const model of used) model.unload();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) for (const model of used) model.load();
  });
}
