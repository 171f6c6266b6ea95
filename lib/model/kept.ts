/**
 * Model files between visits: one copy, in Cache storage, under the address that states its content. Only what has
 * been checked gets here (`files.ts`); the service worker leaves these files alone, and they are fetched past the
 * browser's HTTP cache, so that nothing lies on the disk twice.
 */

/** Not tied to a build: a new build makes nobody download the same model again. */
export const CACHE = "glassbox-models";

/** `full`: there is no room left. `off`: this browser, or a page without TLS, keeps nothing. */
export type Kept = "kept" | "full" | "off";

export interface KeptFile {
  /** Path of its address, e.g. `/models/story-1m/weights.safetensors`. */
  path: string;
  /** Start of its SHA-256, as in its address. */
  version: string;
  bytes: number;
}

/** Whether files can be kept at all. */
export async function canKeep(): Promise<boolean> {
  return (await openCache()) !== undefined;
}

/** The file as it was kept, if the browser has not thrown it out since. It may have been damaged: check it. */
export async function findKept(url: string): Promise<ArrayBuffer | undefined> {
  try {
    return await (await (await openCache())?.match(url))?.arrayBuffer();
  } catch {
    return undefined; // an entry that cannot be read is as good as none
  }
}

/** Keeps a file in the place of its older versions. A full disk is an answer, not an error. */
export async function keep(url: string, bytes: ArrayBuffer): Promise<Kept> {
  const cache = await openCache();
  if (!cache) return "off";
  const headers = { "Content-Type": "application/octet-stream", "Content-Length": String(bytes.byteLength) };
  try {
    await cache.put(url, new Response(bytes, { headers }));
  } catch {
    return "full";
  }
  // Under its whole address: the same path on another server is another file.
  for (const own of await cache.keys(url))
    await remove(cache, ({ href }) => href !== own.url && pathOf(href) === pathOf(own.url));
  return "kept";
}

export async function forget(url: string): Promise<void> {
  await (await openCache())?.delete(url);
}

/** Everything that is kept, without reading it. */
export async function listKept(): Promise<KeptFile[]> {
  const cache = await openCache();
  const files = (await cache?.keys())?.map(async (request) => {
    const { pathname: path, searchParams } = new URL(request.url);
    const bytes = Number((await cache!.match(request))?.headers.get("Content-Length") ?? 0);
    return { path, version: searchParams.get("v") ?? "", bytes };
  });
  return Promise.all(files ?? []);
}

/** Forgets one model, `base` being its folder (`/models/story-1m/`), or all of them. */
export async function clearKept(base?: string): Promise<void> {
  const cache = await openCache();
  if (cache) await remove(cache, (kept) => base === undefined || kept.pathname.startsWith(base));
}

async function openCache(): Promise<Cache | undefined> {
  try {
    return await globalThis.caches?.open(CACHE);
  } catch {
    return undefined; // storage is switched off
  }
}

async function remove(cache: Cache, unwanted: (kept: URL) => boolean): Promise<void> {
  const requests = (await cache.keys()).filter(({ url }) => unwanted(new URL(url)));
  await Promise.all(requests.map((request) => cache.delete(request)));
}

const pathOf = (url: string) => url.replace(/\?.*/, "");
