/** Ways out of the page. In a cell none may reach the listener; in an ordinary page every one does. */

import type { Vector } from "./attacks";

/** Waits for the first of two events, and throws on the second. */
const either = (target: string, good: string, bad: string) =>
  `await new Promise((ok, no) => { ${target}.${good} = ok; ${target}.${bad} = () => no(new Error("error event")); });`;

/** Without a click of the reader's. */
const popups: Vector["unproved"] = { webkit: "popups wait for a click there" };

const workerRoads: Omit<Vector, "where">[] = [
  { name: "fetch", needs: "fetch", code: `await fetch(at);` },
  {
    name: "fetch, no-cors POST that outlives the page",
    needs: "fetch",
    code: `await fetch(at, { method: "POST", mode: "no-cors", keepalive: true, body: "secret" });`,
  },
  {
    name: "XMLHttpRequest",
    needs: "XMLHttpRequest",
    code: `const request = new XMLHttpRequest();
request.open("GET", at);
request.send();
${either("request", "onload", "onerror")}`,
  },
  {
    name: "XMLHttpRequest, synchronous",
    needs: "XMLHttpRequest",
    code: `const request = new XMLHttpRequest();
request.open("GET", at, false);
request.send();`,
  },
  {
    name: "WebSocket",
    needs: "WebSocket",
    code: `const socket = new WebSocket(at.replace("http", "ws"));
${either("socket", "onopen", "onerror")}`,
  },
  {
    name: "WebSocketStream",
    needs: "WebSocketStream",
    code: `await new WebSocketStream(at.replace("http", "ws")).opened;`,
  },
  {
    name: "EventSource",
    needs: "EventSource",
    code: `const source = new EventSource(at);
source.onerror = () => source.close();
${either("source", "onopen", "onerror")}`,
  },
  {
    name: "WebTransport",
    needs: "WebTransport",
    code: `await new WebTransport("https://" + udp + "/transport").ready;`,
    seen: "packet",
    unproved: { chromium: "the listener speaks no QUIC", firefox: "the listener speaks no QUIC" },
  },
  { name: "importScripts", needs: "importScripts", code: `importScripts(at);` },
  { name: "import(url)", needs: "fetch", code: `await import(at);` },
  {
    name: "worker from an address",
    needs: "Worker",
    code: `const worker = new Worker(at);
${either("worker", "onmessage", "onerror")}`,
  },
  {
    name: "nested worker that fetches",
    needs: "Worker",
    code: `const text = "fetch('" + at + "').then(() => postMessage(1), () => postMessage(0))";
const worker = new Worker(URL.createObjectURL(new Blob([text])));
if ((await new Promise((ok) => { worker.onmessage = ok; })).data !== 1) throw new Error("refused inside");`,
  },
  {
    name: "font of a worker",
    needs: "FontFace",
    code: `await new FontFace("x", "url(" + at + ")").load().catch((error) => { if (!self.leaked) throw error; });`,
  },
  {
    name: "script by text (eval, Function, timers)",
    needs: "eval",
    code: `const text = "fetch('" + at + "')";
let refused = 0;
for (const run of [() => (0, eval)(text), () => new Function(text)(), () => (async () => {}).constructor(text)()])
  try { await run(); } catch { refused++; }
setTimeout(text);
if (refused === 3) throw new Error("refused three times");`,
  },
  {
    name: "import(data:) that fetches",
    needs: "fetch",
    code: `await import("data:text/javascript," + encodeURIComponent("await fetch('" + at + "')"));`,
  },
  {
    name: "WebAssembly.compileStreaming",
    needs: "WebAssembly.compileStreaming",
    code: `await WebAssembly.compileStreaming(fetch(at));`,
  },
];

const documentRoads: Omit<Vector, "where">[] = [
  { name: "image", needs: "Image", code: `new Image().src = at;` },
  { name: "beacon", needs: "navigator.sendBeacon", code: `navigator.sendBeacon(at);` },
  {
    name: "style sheet",
    needs: "document",
    code: `document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: at }));`,
  },
  {
    name: "style with url()",
    needs: "document",
    code: `document.body.style.background = "url(" + at + ")"; document.body.append("x");`,
  },
  {
    name: "font of a document",
    needs: "document",
    code: `document.head.append(Object.assign(document.createElement("style"), { textContent: "@font-face { font-family: x; src: url(" + at + ") }" }));
document.body.append(Object.assign(document.createElement("p"), { style: "font-family: x", textContent: "x" }));`,
  },
  {
    name: "prefetch",
    needs: "document.createElement('link').relList.supports('prefetch') || undefined",
    code: `document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: at }));`,
  },
  {
    name: "preload",
    needs: "document",
    code: `document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "script", href: at }));`,
  },
  {
    name: "preconnect",
    needs: "document",
    code: `document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href: "http://" + tcp }));`,
    seen: "connection",
  },
  {
    name: "script element",
    needs: "document",
    code: `document.head.append(Object.assign(document.createElement("script"), { src: at }));`,
  },
  {
    name: "media",
    needs: "document",
    code: `document.body.append(Object.assign(document.createElement("video"), { src: at, preload: "auto" }));`,
    unproved: { webkit: "built without media here" },
  },
  {
    name: "frame",
    needs: "document",
    code: `document.body.append(Object.assign(document.createElement("iframe"), { src: at }));`,
  },
  {
    name: "form post",
    needs: "document",
    leaves: true,
    code: `const form = Object.assign(document.createElement("form"), { method: "post", action: at });
document.body.append(form);
form.submit();`,
  },
  {
    name: "meta refresh",
    needs: "document",
    leaves: true,
    code: `document.open();
document.write("<meta http-equiv=refresh content='0; url=" + at + "'>");
document.close();`,
  },
  {
    name: "own location",
    needs: "document",
    leaves: true,
    code: `self.location.href = at;`,
  },
  {
    name: "parent's location",
    needs: "parent",
    leaves: true,
    code: `parent.location = at;`,
  },
  {
    name: "top's location",
    needs: "top",
    leaves: true,
    code: `top.location.replace(at);`,
  },
  {
    name: "popup",
    needs: "open",
    leaves: true,
    code: `if (!open(at)) throw new Error("blocked");`,
    unproved: popups,
  },
  {
    name: "link that opens",
    needs: "document",
    leaves: true,
    code: `const link = Object.assign(document.createElement("a"), { href: at, target: "_blank" });
document.body.append(link);
link.click();`,
    unproved: popups,
  },
  {
    name: "download",
    needs: "document",
    leaves: true,
    code: `const link = Object.assign(document.createElement("a"), { href: at, download: "x" });
document.body.append(link);
link.click();`,
    unproved: { webkit: "downloads wait for a question there" },
  },
  {
    name: "WebRTC",
    needs: "RTCPeerConnection",
    code: `const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:" + udp }] });
peer.createDataChannel("x");
await peer.setLocalDescription(await peer.createOffer());`,
    seen: "packet",
  },
];

export const roads: readonly Vector[] = [
  ...workerRoads.map((road) => ({ ...road, where: "worker" as const })),
  ...documentRoads.map((road) => ({ ...road, where: "document" as const })),
];
