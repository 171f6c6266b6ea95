import { fetchManifest, fetchModelFile, type Progress } from "./files";
import { type LanguageModel, ModelError, type Session } from "./language-model";
import { toShapes } from "./manifest";
import type {
  Answer,
  Device,
  Experts,
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
    const model = {
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
      trace: (aborted: AbortSignal | undefined, tokens: readonly number[], want = {}) =>
        worker.call<Trace>(aborted, { type: "trace", tokens, want }),
      weights: async (aborted: AbortSignal | undefined, name: string) =>
        (await worker.call<Weights>(aborted, { type: "weights", name })).values,
      start: (aborted: AbortSignal | undefined, tokens: readonly number[], experts?: Experts) =>
        startSession(worker, aborted, tokens, experts),
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

let sessions = 0;

async function startSession(
  worker: WorkerCalls,
  signal: AbortSignal | undefined,
  tokens: readonly number[],
  experts?: Experts,
): Promise<Session> {
  const session = ++sessions;
  const close = () => void worker.call(undefined, { type: "stop", session }).catch(() => {});
  try {
    const { logits } = await worker.call<Step>(signal, { type: "start", session, tokens, experts });
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
