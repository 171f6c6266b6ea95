import { checkResponse, download, toModelError, webPage } from "./download";
import { canKeep, findKept, forget, type Kept, keep } from "./kept";
import { ModelError } from "./language-model";
import { type FileList, fileList, type Manifest, manifest } from "./manifest";

/** What a file has to be: so long, with this hash. Git's SHA-1 is all that a hub tells of its small files. */
export type Expected = { bytes: number } & ({ sha256: string } | { gitSha1: string });

export type Progress = (loaded: number, total: number, file: string) => void;

/** `base` is the model's folder with a slash at the end, e.g. `/models/story-1m/`. */
export async function fetchManifest(signal: AbortSignal | undefined, base: string): Promise<Manifest> {
  const url = `${base}manifest.json`;
  const { title, architecture, ...rest } = await fetchChecked(signal, url, fileList.loose());
  const { success, data } = manifest.safeParse({ title, architecture, ...rest });
  if (success) return data;
  const kind = architecture ?? "GPT-2";
  throw new ModelError(
    "incompatible",
    `${title} (${url}) is a network that no engine of this page runs: ${kind}, in another shape or not at all.`,
    url,
  );
}

/** What of a manifest is the same for every network, and for adapters. */
export function fetchFileList(signal: AbortSignal | undefined, base: string): Promise<FileList> {
  return fetchChecked(signal, `${base}manifest.json`, fileList);
}

async function fetchChecked<T>(
  signal: AbortSignal | undefined,
  url: string,
  schema: { parse(value: unknown): T },
): Promise<T> {
  const text = await fetchText(signal, url);
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    if (isWebPage(text)) throw webPage(url);
    throw new ModelError("damaged", `${url} is not a model manifest. Reload, or ask whoever hosts it.`, url);
  }
}

async function fetchText(signal: AbortSignal | undefined, url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal, cache: "no-cache" });
    checkResponse(response, url);
    return await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof ModelError ? error : toModelError(error as Error, url);
  }
}

/**
 * One file of a model, from this browser's store or from the server, after its length and SHA-256 have been checked
 * against the manifest; nothing unchecked is kept. A damaged copy, kept or fetched, is fetched once more before it is
 * called damaged. `base` may be on another server. `onKept` hears whether a fetched file will be here on the next visit.
 */
export async function fetchModelFile(
  signal: AbortSignal | undefined,
  base: string,
  { files }: { files: Readonly<Record<string, Expected>> },
  file: string,
  onProgress: Progress = () => {},
  onKept: (kept: Kept) => void = () => {},
): Promise<ArrayBuffer> {
  if (!Object.hasOwn(files, file))
    throw new ModelError("incompatible", `The manifest of ${base} lists no ${file}.`, file);
  const expected = files[file];
  const { bytes: total } = expected;
  const url = addressOf(base, files, file);
  onProgress(0, total, file);
  const kept = await findKept(url);
  signal?.throwIfAborted();
  if (kept && !(await findDamage(kept, expected))) {
    onProgress(total, total, file);
    return kept;
  }
  if (kept) await forget(url);
  // Where files can be kept here, the browser's HTTP cache need not keep them too.
  const modes = (await canKeep()) ? (["no-store", "no-store"] as const) : (["default", "reload"] as const);
  let bytes = new ArrayBuffer(0);
  let damage: string | undefined;
  for (const mode of modes) {
    bytes = await download(signal, url, total, mode, (loaded) => onProgress(loaded, total, file));
    damage = await findDamage(bytes, expected);
    if (damage) continue;
    signal?.throwIfAborted();
    onKept(await keep(url, bytes));
    return bytes;
  }
  if (isWebPage(new TextDecoder().decode(bytes.slice(0, 100)))) throw webPage(`${base}${file}`);
  throw new ModelError(
    "damaged",
    `${base}${file} arrived damaged: ${damage}. Try again; if it stays so, the copy on the server is broken.`,
    file,
  );
}

/** The hash in the address: servers and browsers may keep the file for ever. */
export function addressOf(base: string, files: Readonly<Record<string, Expected>>, file: string): string {
  return `${base}${file}?v=${hashIn(files[file]).slice(0, 16)}`;
}

const hashIn = (expected: Expected) => ("sha256" in expected ? expected.sha256 : expected.gitSha1);

/** What is wrong with the contents of a file, or nothing. */
async function findDamage(data: ArrayBuffer, expected: Expected): Promise<string | undefined> {
  if (data.byteLength !== expected.bytes)
    return `it has ${data.byteLength} bytes, and ${expected.bytes} were expected`;
  const kind = "sha256" in expected ? "SHA-256" : "SHA-1";
  const digest = await digestOf(kind, kind === "SHA-1" ? toGitBlob(data) : new Uint8Array(data));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const wanted = hashIn(expected);
  const start = (hash: string) => `${hash.slice(0, 16)}…`;
  return found === wanted ? undefined : `its ${kind} is ${start(found)}, and ${start(wanted)} was expected`;
}

/** What git hashes of a file: git-scm.com/book/en/v2/Git-Internals-Git-Objects. */
function toGitBlob(data: ArrayBuffer): Uint8Array<ArrayBuffer> {
  const header = new TextEncoder().encode(`blob ${data.byteLength}\0`);
  const blob = new Uint8Array(header.length + data.byteLength);
  blob.set(header);
  blob.set(new Uint8Array(data), header.length);
  return blob;
}

async function digestOf(kind: "SHA-256" | "SHA-1", data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  // Missing on pages served without TLS, as a school may do.
  if (globalThis.crypto?.subtle) return new Uint8Array(await crypto.subtle.digest(kind, data));
  if (kind === "SHA-1") return (await import("@noble/hashes/legacy.js")).sha1(data);
  return (await import("@noble/hashes/sha2.js")).sha256(data);
}

function isWebPage(text: string): boolean {
  return /^\s*<(!doctype html|html)\b/i.test(text);
}
