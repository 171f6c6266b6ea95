/** Things that a page may do to its reader. In a cell the means are missing; in an ordinary page they are there. */

import type { Vector } from "./attacks";

export const powers: readonly Vector[] = [
  {
    name: "read the clipboard",
    where: "document",
    needs: "navigator.clipboard",
    code: "return await navigator.clipboard.readText();",
  },
  {
    name: "write the clipboard",
    where: "document",
    needs: "navigator.clipboard",
    code: `return await navigator.clipboard.writeText("x");`,
  },
  {
    name: "copy by command",
    where: "document",
    needs: "document",
    code: `return document.execCommand("copy");`,
  },
  {
    name: "ask to notify",
    where: "document",
    needs: "Notification",
    code: "return await Notification.requestPermission();",
  },
  { name: "notify", where: "worker", needs: "Notification", code: `return new Notification("x");` },
  {
    name: "ask for the place",
    where: "document",
    needs: "navigator.geolocation",
    code: "return await new Promise((ok, no) => navigator.geolocation.getCurrentPosition(ok, (error) => no(error.message)));",
  },
  {
    name: "ask for camera and microphone",
    where: "document",
    needs: "navigator.mediaDevices",
    code: "return await navigator.mediaDevices.getUserMedia({ audio: true, video: true });",
  },
  {
    name: "alert, confirm, prompt",
    where: "document",
    needs: "alert",
    code: `alert("x"); return confirm("x") + prompt("x");`,
  },
  { name: "print", where: "document", needs: "print", code: "return print();" },
  {
    name: "go full screen",
    where: "document",
    needs: "document",
    code: "return await document.documentElement.requestFullscreen();",
  },
  {
    name: "change the history",
    where: "document",
    needs: "history",
    code: `return history.pushState(0, "", "/elsewhere");`,
  },
  { name: "close the page", where: "document", needs: "top", code: "return top.close();" },
  {
    name: "install a service worker",
    where: "document",
    needs: "navigator.serviceWorker",
    code: `return await navigator.serviceWorker.register(own + "/sw.js");`,
  },
  {
    name: "write storage",
    where: "worker",
    needs: "indexedDB",
    code: `const opened = indexedDB.open("x");
return await new Promise((ok, no) => { opened.onsuccess = ok; opened.onerror = () => no(opened.error); });`,
  },
  { name: "write a cache", where: "worker", needs: "caches", code: `return await caches.open("x");` },
  {
    name: "start a worker",
    where: "worker",
    needs: "Worker",
    code: `return new Worker(URL.createObjectURL(new Blob([""])));`,
  },
  {
    name: "start a shared worker",
    where: "document",
    needs: "SharedWorker",
    code: `return new SharedWorker(URL.createObjectURL(new Blob([""])));`,
  },
  {
    name: "speak past the port",
    where: "worker",
    needs: "postMessage",
    code: `return self.postMessage("x");`,
  },
  { name: "close its worker", where: "worker", needs: "close", code: "return self.close();" },
  {
    name: "reach the graphics card",
    where: "worker",
    needs: "OffscreenCanvas",
    code: `const pen = new OffscreenCanvas(1, 1).getContext("webgl2");
if (!pen) throw new Error("no WebGL");
return pen;`,
  },
  {
    name: "share memory with another thread",
    where: "worker",
    needs: "SharedArrayBuffer",
    code: "return new SharedArrayBuffer(8);",
  },
];
