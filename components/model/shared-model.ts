import { BASE } from "@/lib/base";
import { type OpenModel, openModel } from "@/lib/model/client";
import { type LanguageModel, ModelError } from "@/lib/model/language-model";
import type { Device } from "@/lib/model/protocol";
import type { ModelState } from "./types";

/**
 * One copy of a model in memory for all demos and cells of a page: a small store that hooks subscribe to.
 * The model's code is fetched only when somebody asks for the model.
 */
export class SharedModel {
  state: ModelState = { status: "idle" };
  deviceChoice: Device | "auto" = "auto";
  private readonly listeners = new Set<() => void>();
  private opening?: AbortController;
  private shipped?: OpenModel;
  private wrap: (model: OpenModel) => LanguageModel = (model) => ({ ...model });

  constructor(readonly name: string) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Asks for the model once. A failure is tried again only when somebody wants it: see `retry`. */
  load = () => {
    if (this.state.status === "idle") void this.open();
  };

  retry = () => {
    if (this.state.status === "failed") void this.open();
  };

  chooseDevice = (device: Device | "auto") => {
    if (device === this.deviceChoice && this.state.status !== "failed") return;
    this.deviceChoice = device;
    void this.open();
  };

  /** The shipped model when it is ready, asking for it if nobody has. For cells, which do not render. */
  async ready(signal?: AbortSignal): Promise<OpenModel> {
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

  private async open() {
    this.opening?.abort();
    if (this.state.status === "ready") this.shipped?.close();
    this.opening = new AbortController();
    const { signal } = this.opening;
    this.set({ status: "loading", loaded: 0, total: 0 });
    try {
      const model = await openModel(signal, `${BASE}/models/${this.name}/`, {
        device: this.deviceChoice,
        onProgress: (loaded, total) => !signal.aborted && this.set({ status: "loading", loaded, total }),
        onDeviceLost: () => this.show({ ...model }),
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
  const model = models.get(name) ?? new SharedModel(name);
  models.set(name, model);
  return model;
}
