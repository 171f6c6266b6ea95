/**
 * Things of the reader's that a cell may want. Each returns what it read: in a cell never the secret that the
 * suite has hidden in every such place of the page; in the page itself, the secret.
 */

import type { Vector } from "./attacks";

export const secret = "secret-of-the-reader";

const readDatabase = `const opened = indexedDB.open("secret");
const base = await new Promise((ok, no) => { opened.onsuccess = () => ok(opened.result); opened.onerror = () => no(opened.error); });
const got = base.transaction("secret").objectStore("secret").get("secret");
return await new Promise((ok, no) => { got.onsuccess = () => ok(got.result); got.onerror = () => no(got.error); });`;

const workerReads: Omit<Vector, "where">[] = [
  { name: "IndexedDB", needs: "indexedDB", code: readDatabase },
  {
    name: "Cache storage",
    needs: "caches",
    code: `return await (await caches.match(own + "/secret")).text();`,
  },
  {
    name: "private file system",
    needs: "navigator.storage.getDirectory",
    code: `const folder = await navigator.storage.getDirectory();
return await (await (await folder.getFileHandle("secret")).getFile()).text();`,
    unproved: { webkit: "its files cannot be written from a page here" },
  },
  {
    name: "locks",
    needs: "navigator.locks",
    code: `return (await navigator.locks.query()).held.map(({ name }) => name).join();`,
  },
  {
    name: "BroadcastChannel",
    needs: "BroadcastChannel",
    code: `const channel = new BroadcastChannel("secret");
return (await new Promise((ok) => { channel.onmessage = ok; })).data;`,
  },
  {
    name: "file of the site",
    needs: "fetch",
    code: `return "secret-of-the-reader".repeat((await (await fetch(own + "/build.json")).text()) ? 1 : 0);`,
  },
];

const documentReads: Omit<Vector, "where">[] = [
  { name: "localStorage", needs: "localStorage", code: `return localStorage.getItem("secret");` },
  { name: "sessionStorage", needs: "sessionStorage", code: `return sessionStorage.getItem("secret");` },
  { name: "cookies", needs: "document", code: `return document.cookie;` },
  {
    name: "cookieStore",
    needs: "cookieStore",
    code: `return (await cookieStore.get("secret")).value;`,
  },
  { name: "text of the page", needs: "document", code: `return document.body.innerText;` },
  { name: "text of the parent", needs: "parent", code: `return parent.document.body.innerText;` },
  { name: "text of the top", needs: "top", code: `return top.document.body.innerText;` },
  {
    name: "frames of the parent",
    needs: "parent",
    code: `return parent.frames.length + " " + parent.frames.parent.name;`,
  },
  { name: "address of the page", needs: "location", code: `return location.href;` },
  { name: "address of the parent", needs: "parent", code: `return parent.location.href;` },
  { name: "base address", needs: "document", code: `return document.baseURI;` },
  { name: "name of the window", needs: "name", code: `return self.name;` },
  { name: "state of the history", needs: "history", code: `return history.state.secret;` },
];

export const reads: readonly Vector[] = [
  ...workerReads.map((read) => ({ ...read, where: "worker" as const })),
  ...documentReads.map((read) => ({ ...read, where: "document" as const })),
];

/** Hides the secret in every place of the page that can hold one. Runs in the page. */
export async function hideSecret(secret: string): Promise<void> {
  localStorage.setItem("secret", secret);
  sessionStorage.setItem("secret", secret);
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie of a page is what is attacked
  document.cookie = `secret=${secret}; SameSite=Lax`;
  window.name = secret;
  history.replaceState({ ...history.state, secret }, "");
  const text = document.createElement("p");
  text.textContent = secret;
  document.body.append(text);
  const channel = new BroadcastChannel("secret");
  setInterval(() => channel.postMessage(secret), 50);
  void navigator.locks?.request(secret, () => new Promise(() => {}));
  await (await caches.open("secret")).put("/secret", new Response(secret));
  await new Promise((done, failed) => {
    const opening = indexedDB.open("secret");
    opening.onupgradeneeded = () => opening.result.createObjectStore("secret").put(secret, "secret");
    opening.onsuccess = done;
    opening.onerror = failed;
  });
  try {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle("secret", { create: true })).createWritable();
    await file.write(secret);
    await file.close();
  } catch {
    // Not every engine writes files from a page; the vector says so.
  }
}
