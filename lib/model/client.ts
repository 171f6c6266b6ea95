import { type AdapterModel, fetchAdapter } from "./adapter-files";
import type { FakeQuantization } from "./fake-quantize";
import { fetchManifest, fetchModelFile, type Progress } from "./files";
import { type LanguageModel, ModelError, type Session, type Variant } from "./language-model";
import type { Adapter, AdapterUse } from "./lora";
import { type Manifest, toShapes } from "./manifest";
import { runtimeBytes } from "./place";
import type {
  AdapterMix,
  Answer,
  Device,
  EngineName,
  Experts,
  FromWorker,
  Loaded,
  OnWeights,
  Place,
  Request,
  Step,
  ToWorker,
  Trace,
  Weights,
} from "./protocol";
import { createTokenizer } from "./tokenizer";

export interface OpenOptions {
  place?: Place;
  /** Bytes of all files together. */
  onProgress?: (loaded: number, total: number) => void;
  /** The GPU went away and the model goes on elsewhere. Sessions in progress have ended. */
  onDeviceLost?: (message: string) => void;
  /** The worker broke down, of no memory perhaps: the model answers no more. */
  onStopped?: (error: ModelError) => void;
}

/** A model with its worker. `close` ends the worker; nothing of the model stays in memory. */
export interface OpenModel extends LanguageModel {
  close(): void;
}

/** Fetches a model of this site, `base` being its folder (`/models/story-1m/`), and starts its worker. */
export async function openModel(
  signal: AbortSignal | undefined,
  base: string,
  { place = "auto", onProgress = () => {}, onDeviceLost = () => {}, onStopped = () => {} }: OpenOptions = {},
): Promise<OpenModel> {
  const manifest = await fetchManifest(signal, base);
  const onFile = addUp(manifest, place, onProgress);
  const worker = new WorkerCalls(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }));
  const stop = () => worker.end();
  signal?.addEventListener("abort", stop);
  try {
    const [vocabulary, loaded] = await Promise.all([
      fetchModelFile(signal, base, manifest, "tokenizer.json", onFile),
      worker.call<Loaded>(signal, { type: "load", base, manifest, place }, onFile),
    ]);
    const tokenizer = createTokenizer(JSON.parse(new TextDecoder().decode(vocabulary)));
    const adapters = new Adapters(worker, base, {
      name: manifest.name,
      shapes: toShapes(manifest),
      sha256: manifest.files["weights.safetensors"].sha256,
    });
    const network = {
      vocabularySize: manifest.config.n_vocab,
      contextLength: manifest.config.n_ctx,
      config: manifest.config,
      shapes: toShapes(manifest),
      tokenizer,
      encode: (text: string) => [0, ...tokenizer.encode(text)],
    };
    const model: OpenModel & { engine: EngineName; device: Device; deviceReason: string } = {
      name: manifest.name,
      title: manifest.title,
      parameters: manifest.parameters,
      ...network,
      engine: loaded.engine,
      device: loaded.device,
      deviceReason: loaded.reason,
      storageFull: loaded.kept === "full",
      ...answers(worker),
      quantize: (aborted, quantization) => openVariant(worker, aborted, network, quantization),
      adapter: (aborted, name) => adapters.fetch(aborted, name),
      adapt: async (aborted, uses, how) => {
        const mix = await adapters.hand(aborted, uses, how?.beside);
        return { ...model, ...answers(worker, { mix }) };
      },
      close: () => worker.end(),
    };
    worker.onDeviceLost = (message) => {
      const taker = model.engine === "onnx" ? "jax-js on WASM" : "WASM";
      model.engine = "jax";
      model.device = "wasm";
      model.deviceReason = `The GPU went away; ${taker} took over.`;
      onDeviceLost(message);
    };
    worker.onStopped = onStopped;
    return model;
  } catch (error) {
    worker.end();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

/** What the model as shipped, or a variant of it, can be asked. */
function answers(worker: WorkerCalls, on: OnWeights = {}): Answers {
  return {
    trace: (signal, tokens, want = {}) => worker.call<Trace>(signal, { type: "trace", tokens, want, ...on }),
    weights: async (signal, name) =>
      (await worker.call<Weights>(signal, { type: "weights", name, ...on })).values,
    start: (signal, tokens, experts) => startSession(worker, signal, tokens, on, experts),
  };
}

type Answers = Pick<LanguageModel, "trace" | "weights" | "start">;
type Network = Omit<Variant, keyof Answers | "close">;

let variants = 0;

async function openVariant(
  worker: WorkerCalls,
  signal: AbortSignal | undefined,
  network: Network,
  quantization: FakeQuantization,
): Promise<Variant> {
  const variant = ++variants;
  const close = () => void worker.call(undefined, { type: "drop", variant }).catch(() => {});
  try {
    await worker.call<null>(signal, { type: "quantize", variant, quantization });
  } catch (error) {
    close(); // it may have been made before the cancellation reached the worker
    throw error;
  }
  return { ...network, ...answers(worker, { variant }), close };
}

/** Progress of single files → of the whole, whose size is known before the first byte. */
function addUp(
  { files }: Manifest,
  place: Place,
  onProgress: (loaded: number, total: number) => void,
): Progress {
  const names = ["weights.safetensors", "tokenizer.json"].filter((name) => Object.hasOwn(files, name));
  const total = names.reduce((sum, name) => sum + files[name].bytes, runtimeBytes(place));
  const loaded: Record<string, number> = {};
  return (bytes, _, file) => {
    loaded[file] = bytes;
    const sum = Object.values(loaded).reduce((a, b) => a + b, 0);
    onProgress(sum, total);
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
  on: OnWeights,
  experts?: Experts,
): Promise<Session> {
  const session = ++sessions;
  const close = () => void worker.call(undefined, { type: "stop", session }).catch(() => {});
  try {
    const { logits } = await worker.call<Step>(signal, { type: "start", session, tokens, experts, ...on });
    return {
      logits,
      decode: (aborted, token) => worker.call<Step>(aborted, { type: "decode", session, token }),
      extend: (aborted, tokens) => worker.call<Step>(aborted, { type: "extend", session, tokens }),
      rewind: async (aborted, length) => {
        await worker.call<null>(aborted, { type: "rewind", session, length });
      },
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
  onDeviceLost: (message: string) => void = () => {};
  onStopped: (error: ModelError) => void = () => {};
  private readonly pending = new Map<number, Pending>();
  private count = 0;
  private ended?: ModelError;

  constructor(private readonly worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
    worker.onerror = ({ message }) => {
      this.end(
        message
          ? `The model's worker broke down: ${message}. Try again.`
          : "The model's worker could not start. Reload the page.",
      );
      this.onStopped(this.ended!);
    };
  }

  call<Value extends Answer | null>(
    signal: AbortSignal | undefined,
    request: Request,
    onProgress?: Progress,
  ): Promise<Value> {
    signal?.throwIfAborted();
    if (this.ended) return Promise.reject(this.ended);
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
    this.ended ??= new ModelError("unknown", reason);
    for (const { reject } of this.pending.values()) reject(this.ended);
    this.pending.clear();
  }

  private post(message: ToWorker) {
    this.worker.postMessage(message);
  }

  private receive(message: FromWorker) {
    if (message.type === "device-lost") return this.onDeviceLost(message.message);
    const waiting = this.pending.get(message.id);
    if (message.type === "progress")
      return waiting?.onProgress?.(message.loaded, message.total, message.file);
    this.pending.delete(message.id);
    if (message.type === "done") return waiting?.resolve(message.value);
    const { code, message: text, file } = message.error;
    waiting?.reject(new ModelError(code, text, file));
  }
}
