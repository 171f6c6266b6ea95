import { ModelError } from "./language-model";

/** In a row, without a byte more than before. */
const TRIES = 4;
/** Milliseconds before the second try; twice as long before each further one. */
const FIRST_PAUSE = 500;

/** What may pass: a connection that broke, a server that is busy. */
class Interrupted extends Error {}

/**
 * Fetches at most `total` bytes, going on where a transfer broke off. They may be fewer, or not those that were meant:
 * whoever asks checks them. Throws a ModelError when several tries in a row bring nothing.
 *
 * The rest is asked for by Range. Browsers ask for it uncompressed, and what has arrived of a compressed transfer is
 * here decompressed, so the parts fit; but an ETag belongs to one encoding, so If-Range is only sent when the first
 * part came uncompressed. A server that answers with a range of the compressed file, or of another one, gives itself
 * away by the length it names: those bytes cannot be joined, and the transfer begins anew.
 */
export async function download(
  signal: AbortSignal | undefined,
  url: string,
  total: number,
  cache: RequestCache,
  onLoaded: (bytes: number) => void,
): Promise<ArrayBuffer> {
  const part: Part = { bytes: allocate(total, url), loaded: 0 };
  onLoaded(0);
  for (let best = 0, tries = 1; ; tries++) {
    try {
      await receive(signal, url, cache, part, onLoaded);
      return part.loaded === total ? part.bytes.buffer : part.bytes.buffer.slice(0, part.loaded);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof Interrupted)) throw error;
      if (part.loaded > best) tries = 1;
      best = Math.max(best, part.loaded);
      if (tries >= TRIES || isOffline()) throw toModelError(error, url, part.loaded, total);
      await pause(signal, FIRST_PAUSE * 2 ** (tries - 1));
    }
  }
}

interface Part {
  bytes: Uint8Array<ArrayBuffer>;
  loaded: number;
  /** Names the very bytes that began to arrive: a strong ETag of an uncompressed transfer. */
  validator?: string;
}

async function receive(
  signal: AbortSignal | undefined,
  url: string,
  cache: RequestCache,
  part: Part,
  onLoaded: (bytes: number) => void,
): Promise<void> {
  const response = await request(signal, url, cache, part);
  if (!continues(response, part)) {
    part.loaded = 0;
    part.validator = validatorOf(response);
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new Interrupted("the server sent another part than asked for");
    }
  }
  const reader = response.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Interrupted("the connection broke");
    });
    if (done) return;
    const wanted = value.subarray(0, part.bytes.length - part.loaded);
    part.bytes.set(wanted, part.loaded);
    part.loaded += wanted.length;
    onLoaded(part.loaded);
    if (wanted.length < value.length) return reader.cancel(); // more than there should be
  }
}

async function request(
  signal: AbortSignal | undefined,
  url: string,
  cache: RequestCache,
  { loaded, validator }: Part,
): Promise<Response> {
  const headers = {
    ...(loaded > 0 && { Range: `bytes=${loaded}-` }),
    ...(loaded > 0 && validator && { "If-Range": validator }),
  };
  const response = await fetch(url, { signal, cache, headers }).catch(() => {
    throw new Interrupted("it could not be reached");
  });
  checkResponse(response, url, loaded > 0);
  return response;
}

/** Throws unless the answer may be the file. */
export function checkResponse(response: Response, url: string, resuming = false): void {
  const file = fileOf(url);
  if (response.status === 416 && resuming) return; // no such part: from the beginning
  if (response.status >= 500 || [408, 425, 429].includes(response.status))
    throw new Interrupted(`the server answered ${response.status}`);
  if (!response.ok)
    throw new ModelError(
      "missing",
      `${file} is missing (the server answered ${response.status}). Try again; if it stays so, ask whoever hosts it.`,
      file,
    );
  if (/^text\/html\b/i.test(response.headers.get("Content-Type") ?? "")) throw webPage(file);
}

export function webPage(file: string): ModelError {
  return new ModelError(
    "damaged",
    `The server sent a web page in the place of ${file}. ` +
      "A network that asks you to sign in does this, and so does a host that lacks the file: open another page, then try again.",
    file,
  );
}

/** Whether the answer is the rest of what is here: from there on, and of a file of the right length. */
function continues(response: Response, { loaded, bytes }: Part): boolean {
  if (response.status !== 206 || response.headers.has("Content-Encoding")) return false;
  const [, from, of] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "") ?? [];
  return Number(from) === loaded && Number(of) === bytes.length;
}

function validatorOf(response: Response): string | undefined {
  if (response.type === "cors") return undefined; // another server would have to allow If-Range first
  const tag = response.headers.get("ETag");
  return tag && !tag.startsWith("W/") && !response.headers.has("Content-Encoding") ? tag : undefined;
}

/** What a request that failed means to the reader. */
export function toModelError(error: Error, url: string, loaded = 0, total = 0): ModelError {
  const file = fileOf(url);
  if (isOffline())
    return new ModelError(
      "offline",
      `You are offline, and ${file} is not kept in this browser. Try again when you are back online.`,
      file,
    );
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
  const so = loaded > 0 ? ` after ${megabytes(loaded)} of ${megabytes(total)} MB` : "";
  const why = error instanceof Interrupted ? error.message : "it could not be reached";
  return new ModelError(
    "missing",
    `${file} could not be fetched: ${why}${so}. Check the connection and try again.`,
    file,
  );
}

/** Browsers may believe to be online when they are not, never the other way round. */
function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}

function allocate(total: number, url: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(total);
  } catch {
    const size = `${(total / 1e6).toFixed(1)} MB`;
    throw new ModelError(
      "memory",
      `There is not enough memory for ${fileOf(url)} (${size}). Close other tabs and try again.`,
      fileOf(url),
    );
  }
}

function pause(signal: AbortSignal | undefined, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

const fileOf = (url: string) => url.replace(/\?.*/, "");
