import { BASE } from "@/lib/base";
import { runtimeBytes } from "../place";
import type { Device } from "../protocol";
import type { Answers, FromWorker, Listing, Request } from "./protocol";

/** What a model from elsewhere takes besides its own files. */
export const runtimeOf = (device: Device) => runtimeBytes(`onnx-${device}`);

/** The hub itself. */
export const HUB = "https://huggingface.co/";

/** What `npm run models:mirror` has copied into this site, laid out like the hub. */
export function ownMirror(): string {
  return `${location.origin}${BASE}/mirror/`;
}

/** A server laid out like the hub, by its address. Throws a TypeError when that is none. */
export function mirrorAt(address: string): string {
  const url = new URL(address.trim());
  if (!/^https?:$/.test(url.protocol)) throw new TypeError(`${address} is not a web address.`);
  return `${url.origin}${url.pathname.replace(/\/*$/, "/")}`;
}

/** Whether a text can be the name of a repository: `owner/name`. */
export function isRepository(text: string): boolean {
  return /^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(text);
}

/** One model from elsewhere, in a worker of its own. Nothing is fetched but what the calls say. */
export class HubModel {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  private count = 0;
  private onProgress: (loaded: number, total: number) => void = () => {};
  private onText: (text: string) => void = () => {};

  constructor() {
    this.worker = new Worker(`${BASE}/hub/worker.js`, { type: "module" });
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.receive(data);
    this.worker.onerror = ({ message }) =>
      this.end(message || `${BASE}/hub/worker.js could not be loaded. Check the connection and try again.`);
  }

  /** Fetches the list of a repository's files, and its config; `device` is the reader's wish. */
  list(repository: string, host: string, device: Device | "auto"): Promise<Listing> {
    return this.call({ type: "list", repository, host, device });
  }

  /** Fetches what `list` has told, and ONNX Runtime from this site. */
  load(listing: Listing, onProgress: (loaded: number, total: number) => void): Promise<Answers["load"]> {
    this.onProgress = onProgress;
    return this.call({ type: "load", listing, runtime: `${BASE}/onnx/` });
  }

  next(prompt: string): Promise<Answers["next"]> {
    return this.call({ type: "next", prompt });
  }

  /** Goes on with the prompt for at most `most` tokens, or until `stop`. */
  write(prompt: string, most: number, onText: (text: string) => void): Promise<Answers["write"]> {
    this.onText = onText;
    return this.call({ type: "write", prompt, most });
  }

  stop(): void {
    void this.call({ type: "stop" });
  }

  /** One vector of length 1 a sentence. */
  embed(sentences: string[]): Promise<Answers["embed"]> {
    return this.call({ type: "embed", sentences });
  }

  /** Ends the worker and with it whatever is under way. */
  end(reason = "The model was closed."): void {
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
  }

  private call<Type extends Request["type"]>(
    request: Extract<Request, { type: Type }>,
  ): Promise<Answers[Type]> {
    const id = ++this.count;
    this.worker.postMessage({ id, request });
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private receive(message: FromWorker) {
    if (message.type === "progress") return this.onProgress(message.loaded, message.total);
    if (message.type === "said") return this.onText(message.text);
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === "done") waiting?.resolve(message.value as never);
    else waiting?.reject(new Error(message.message));
  }
}
