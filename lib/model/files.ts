import { ModelError } from "./language-model";
import { type Manifest, manifest } from "./manifest";

export type Progress = (loaded: number, total: number, file: string) => void;

/** `base` is the model's folder with a slash at the end, e.g. `/models/story-1m/`. */
export async function fetchManifest(signal: AbortSignal | undefined, base: string): Promise<Manifest> {
  const url = `${base}manifest.json`;
  const response = await request(signal, url, "no-cache");
  try {
    return manifest.parse(await response.json());
  } catch {
    throw new ModelError("damaged", `${url} is not a model manifest. Reload, or ask whoever hosts it.`, url);
  }
}

/**
 * Fetches one file of a model and checks its length and SHA-256 against the manifest.
 * A copy that does not match is fetched once more past the browser's cache before it is called damaged.
 */
export async function fetchModelFile(
  signal: AbortSignal | undefined,
  base: string,
  { files }: Manifest,
  file: string,
  onProgress: Progress = () => {},
): Promise<ArrayBuffer> {
  const expected = files[file];
  if (!expected) throw new ModelError("incompatible", `The manifest of ${base} lists no ${file}.`, file);
  // The hash in the address lets servers and browsers keep the file forever.
  const url = `${base}${file}?v=${expected.sha256.slice(0, 16)}`;
  for (const cache of ["default", "reload"] as const) {
    const bytes = await readAll(await request(signal, url, cache), expected.bytes, (n) =>
      onProgress(n, expected.bytes, file),
    );
    if (bytes.byteLength === expected.bytes && (await matches(bytes, expected.sha256))) return bytes;
  }
  throw new ModelError(
    "damaged",
    `${base}${file} arrived damaged: its contents do not match the manifest (SHA-256). ` +
      "Try again; if it stays so, the copy on the server is broken.",
    file,
  );
}

async function request(signal: AbortSignal | undefined, url: string, cache: RequestCache): Promise<Response> {
  const file = url.replace(/\?.*/, "");
  let response: Response;
  try {
    response = await fetch(url, { signal, cache });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ModelError(
      "missing",
      `${file} could not be fetched. Check the connection and try again.`,
      file,
    );
  }
  if (response.ok) return response;
  throw new ModelError(
    "missing",
    `${file} is missing (the server answered ${response.status}). Try again.`,
    file,
  );
}

async function readAll(
  response: Response,
  total: number,
  onProgress: (loaded: number) => void,
): Promise<ArrayBuffer> {
  const out = new Uint8Array(total);
  const reader = response.body!.getReader();
  let loaded = 0;
  for (;;) {
    const { value } = await reader.read().catch(() => ({ value: undefined })); // undefined: ended, or cut off
    if (!value) break;
    if (loaded + value.length > total) return new ArrayBuffer(0); // longer than promised
    out.set(value, loaded);
    loaded += value.length;
    onProgress(loaded);
  }
  return out.buffer.slice(0, loaded);
}

/** Compares with a hex SHA-256. Pages served without TLS have no `crypto.subtle`: there length alone counts. */
async function matches(bytes: ArrayBuffer, sha256: string): Promise<boolean> {
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === sha256;
}
