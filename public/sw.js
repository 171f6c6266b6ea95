/*
 * Makes every page that was opened once readable without a network, with all that it loaded: code, fonts,
 * manifests. There is no list of files to maintain: what passes through here is kept.
 *
 * - Pages and data: the network first, so nobody is stuck on an old copy; the kept copy only when offline.
 * - Files whose address states their content (`/_next/static/…`): the kept copy first.
 * - Files of models (`/models/…?v=hash`), ONNX Runtime's (`/onnx/…?v=hash`), and models copied from the hub
 *   (`/mirror/…`) pass by: whoever fetches them keeps them in a cache of their own (lib/model/kept.ts).
 *
 * The build replaces the mark below, so each build is a new version with a cache of its own. The version
 * before is kept too: its pages still work offline until they are opened again.
 */

const VERSION = "__BUILD__";
const PREFIX = "glassbox-site-";
const SITE = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // Opened now, so that the order of the caches is the order of the versions.
  event.waitUntil(caches.open(SITE));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldVersions().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range") || !isToKeep(request.url)) return;
  event.respondWith(isForever(request.url) ? keptFirst(event) : networkFirst(event));
});

/** The page's first visit: what it loaded before this worker took over (see lib/offline.ts). */
self.addEventListener("message", (event) => {
  const { keep } = event.data ?? {};
  if (Array.isArray(keep)) event.waitUntil(Promise.all(keep.filter(isToKeep).map(keepMissing)));
});

async function keptFirst(event) {
  const kept = await find(event.request.url);
  if (kept) return kept;
  const response = await fetch(event.request);
  event.waitUntil(keep(event.request.url, response.clone()));
  return response;
}

async function networkFirst(event) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(event.request.url, response.clone()));
    return response;
  } catch (error) {
    const kept = await find(event.request.url);
    if (kept) return kept;
    if (event.request.mode === "navigate") return notKept();
    throw error;
  }
}

async function keepMissing(url) {
  if (await (await caches.open(SITE)).match(toKey(url))) return;
  await keep(url, await fetch(url));
}

/** Keeps whole, direct answers. A full disk is no reason to fail the page. */
async function keep(url, response) {
  if (response.status !== 200 || response.type !== "basic" || response.redirected) return;
  try {
    await (await caches.open(SITE)).put(toKey(url), response);
  } catch (error) {
    console.info(`${url} is not kept for offline use: ${error}`);
  }
}

/** The newest copy: this version's, else the one before. */
async function find(url) {
  const names = [SITE, ...(await versions()).reverse()];
  for (const name of names) {
    const kept = await (await caches.open(name)).match(toKey(url), { ignoreVary: true });
    if (kept) return kept;
  }
  return undefined;
}

async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function dropOldVersions() {
  const older = (await versions()).filter((name) => name !== SITE);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

function isToKeep(url) {
  return url.startsWith(self.registration.scope) && !isModel(url);
}

function isModel(url) {
  const { pathname, searchParams } = new URL(url);
  return (/\/(models|onnx)\//.test(pathname) && searchParams.has("v")) || pathname.includes("/mirror/");
}

function isForever(url) {
  return new URL(url).pathname.includes("/_next/static/");
}

/** Next adds `_rsc` against caches in between; the content is the same. */
function toKey(url) {
  const key = new URL(url);
  key.searchParams.delete("_rsc");
  key.hash = "";
  return key.href;
}

function notKept() {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Offline · Glassbox</title><body style="font:1.1rem/1.6 system-ui;max-width:36rem;margin:15vh auto;padding:0 1rem">
<h1>This page is not on your device yet</h1>
<p>You are offline, and this page was not opened here before. Pages that you have opened work without a network.</p>
<p lang="zh">你现在处于离线状态,而这个页面此前没有在此设备上打开过。</p>
<p><a href="${self.registration.scope}">Go to the course map</a></p>`;
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html;charset=utf-8" } });
}
