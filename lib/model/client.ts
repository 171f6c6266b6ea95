import { type AdapterModel, fetchAdapter } from "./adapter-files";
import { fetchManifest, fetchModelFile, type Progress } from "./files";
import { type LanguageModel, ModelError, type Session } from "./language-model";
import type { Adapter, AdapterUse } from "./lora";
import { toShapes } from "./manifest";
import type {
  AdapterMix,
  Answer,
  Device,
  FromWorker,
  Loaded,
  Request,
  Step,
  ToWorker,
  Trace,
  Weights,
} from "./protocol";
import { createTokenizer } from "./tokenizer";

export interface OpenOptions {
  device?: Device | "auto";
  onProgress?: Progress;
  /** The GPU went away and the model goes on elsewhere. Sessions in progress have ended. */
  onDeviceLost?: (now: Device, message: string) => void;
}

/** A model with its worker. `close` ends the worker; nothing of the model stays in memory. */
export interface OpenModel extends LanguageModel {
  close(): void;
}

/** Fetches a model of this site, `base` being its folder (`/models/story-1m/`), and starts its worker. */
export async function openModel(
  signal: AbortSignal | undefined,
  base: string,
  { device = "auto", onProgress = () => {}, onDeviceLost = () => {} }: OpenOptions = {},
): Promise<OpenModel> {
  const manifest = await fetchManifest(signal, base);
  const worker = new WorkerCalls(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }));
  const stop = () => worker.end();
  signal?.addEventListener("abort", stop);
  try {
    const [vocabulary, loaded] = await Promise.all([
      fetchModelFile(signal, base, manifest, "tokenizer.json"),
      worker.call<Loaded>(signal, { type: "load", base, manifest, device }, onProgress),
    ]);
    const tokenizer = createTokenizer(JSON.parse(new TextDecoder().decode(vocabulary)));
    const adapters = new Adapters(worker, base, {
      name: manifest.name,
      shapes: toShapes(manifest),
      sha256: manifest.files["weights.safetensors"].sha256,
    });
    const model: OpenModel & { device: Device; deviceReason: string } = {
      name: manifest.name,
      title: manifest.title,
      parameters: manifest.parameters,
      vocabularySize: manifest.config.n_vocab,
      contextLength: manifest.config.n_ctx,
      config: manifest.config,
      shapes: toShapes(manifest),
      device: loaded.device,
      deviceReason: loaded.reason,
      tokenizer,
      encode: (text: string) => [0, ...tokenizer.encode(text)],
      ...answers(worker),
      adapter: (aborted, name) => adapters.fetch(aborted, name),
      adapt: async (aborted, uses, how) => {
        const mix = await adapters.hand(aborted, uses, how?.beside);
        return { ...model, ...answers(worker, mix) };
      },
      close: () => worker.end(),
    };
    worker.onDeviceLost = (now, message) => {
      model.device = now;
      model.deviceReason = "The GPU went away; WASM took over.";
      onDeviceLost(now, message);
    };
    return model;
  } catch (error) {
    worker.end();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** What the network is asked for, with the adapters of `mix`. */
function answers(worker: WorkerCalls, mix?: AdapterMix): Pick<LanguageModel, "trace" | "weights" | "start"> {
  return {
    trace: (signal, tokens, want = {}) => worker.call<Trace>(signal, { type: "trace", tokens, want, mix }),
    weights: async (signal, name) =>
      (await worker.call<Weights>(signal, { type: "weights", name, mix })).values,
    start: (signal, tokens) => startSession(worker, signal, tokens, mix),
  };
}

/** Adapters of one model: those of its folder, fetched once, and those that its worker has been handed. */
class Adapters {
  private readonly fetched = new Map<string, Promise<Adapter>>();
  private readonly keys = new Map<Adapter, string>();

  constructor(
    private readonly worker: WorkerCalls,
    private readonly base: string,
    private readonly model: AdapterModel,
  ) {}

  fetch(signal: AbortSignal | undefined, name: string): Promise<Adapter> {
    const found = this.fetched.get(name) ?? fetchAdapter(signal, this.base, name, this.model);
    this.fetched.set(name, found);
    found.catch(() => this.fetched.delete(name));
    return found;
  }

  /** Adapters cross to the worker once; from then on a key stands for each. */
  async hand(
    signal: AbortSignal | undefined,
    uses: readonly AdapterUse[],
    beside?: boolean,
  ): Promise<AdapterMix> {
    for (const { adapter } of uses)
      if (!this.keys.has(adapter)) {
        const key = `${this.keys.size} ${adapter.name}`;
        await this.worker.call(signal, { type: "adapter", key, adapter });
        this.keys.set(adapter, key);
      }
    const known = uses.map(({ adapter, strength }) => ({ key: this.keys.get(adapter)!, strength }));
    return { uses: known, beside };
  }
}

let sessions = 0;

async function startSession(
  worker: WorkerCalls,
  signal: AbortSignal | undefined,
  tokens: readonly number[],
  mix?: AdapterMix,
): Promise<Session> {
  const session = ++sessions;
  const close = () => void worker.call(undefined, { type: "stop", session }).catch(() => {});
  try {
    const { logits } = await worker.call<Step>(signal, { type: "start", session, tokens, mix });
    return {
      logits,
      decode: (aborted, token) => worker.call<Step>(aborted, { type: "decode", session, token }),
      close,
    };
  } catch (error) {
    close(); // it may have started before the cancellation reached the worker
    throw error;
  }
}

interface Pending {
  resolve(value: Answer | null): void;
  reject(error: Error): void;
  onProgress?: Progress;
}

/** Requests to one worker and their answers, matched by id. */
class WorkerCalls {
  onDeviceLost: (now: Device, message: string) => void = () => {};
  private readonly pending = new Map<number, Pending>();
  private count = 0;

  constructor(private readonly worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
    worker.onerror = () => this.end("The model's worker could not start. Reload the page.");
  }

  call<Value extends Answer | null>(
    signal: AbortSignal | undefined,
    request: Request,
    onProgress?: Progress,
  ): Promise<Value> {
    signal?.throwIfAborted();
    const id = ++this.count;
    const start = performance.now();
    return new Promise<Answer | null>((resolve, reject) => {
      const cancel = () => {
        this.post({ cancel: id });
        this.pending.delete(id);
        reject(signal?.reason);
      };
      signal?.addEventListener("abort", cancel, { once: true });
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener("abort", cancel);
          // For the bench and for DevTools. Weights come by the dozen, and the browser keeps every measure.
          if (request.type !== "weights") performance.measure(`glassbox:${request.type}`, { start });
          then(value);
        };
      this.pending.set(id, { resolve: settle(resolve), reject: settle(reject), onProgress });
      this.post({ id, request });
    }) as Promise<Value>;
  }

  end(reason = "The model was closed.") {
    this.worker.terminate();
    for (const { reject } of this.pending.values()) reject(new ModelError("unknown", reason));
    this.pending.clear();
  }

  private post(message: ToWorker) {
    this.worker.postMessage(message);
  }

  private receive(message: FromWorker) {
    if (message.type === "device-lost") return this.onDeviceLost(message.now, message.message);
    const waiting = this.pending.get(message.id);
    if (message.type === "progress")
      return waiting?.onProgress?.(message.loaded, message.total, message.file);
    this.pending.delete(message.id);
    if (message.type === "done") return waiting?.resolve(message.value);
    const { code, message: text, file } = message.error;
    waiting?.reject(new ModelError(code, text, file));
  }
}
