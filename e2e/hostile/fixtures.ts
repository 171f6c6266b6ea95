import { test as base } from "@playwright/test";
import { findBrowser } from "../../scripts/browser.mjs";
import { findFirefox, findWebKit } from "../../scripts/engines.mjs";
import type { Targets } from "./attacks";
import type { Engine, EngineName } from "./engines/engine";
import { launchPuppeteer } from "./engines/puppeteer";
import { launchWebKit } from "./engines/webdriver";
import { type Listener, listen } from "./listener";
import { readOutputs } from "./reader";
import { secret } from "./reads";

/** Everything the suite works with; opened once for a file and an engine, and anew after a test that failed. */
export interface Site {
  name: EngineName;
  engine: Engine;
  listener: Listener;
  targets: Targets;
  /** WebRTC sends nothing to the loopback; a machine may have no other address. */
  hasOuterAddress: boolean;
  /** The address of the lesson whose cells are attacked. */
  lesson: string;
  /** What the bystander shows, computed when the page was built: its right result. */
  prebuilt: string;
  /** Pages that were open at the start. */
  pages: number;
  /** Opens the lesson afresh, with a secret in its address, where a link would carry one. */
  enter(): Promise<void>;
}

export interface HostileOptions {
  engineName: EngineName;
  origin: string;
}

export const attacker = "softmax";
export const bystander = "rounding";

export const test = base.extend<object, HostileOptions & { site: Site }>({
  engineName: ["chromium", { option: true, scope: "worker" }],
  origin: ["", { option: true, scope: "worker" }],
  site: [
    async ({ engineName, origin }, use) => {
      const engine = await launch(engineName);
      const listener = await listen();
      const site = await openSite(engineName, engine, listener, origin);
      await use(site);
      await engine.close();
      await listener.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

/** What is to stand in the table of `npm run test:hostile`: "vector: what came of it", or the latter alone. */
export function note(text: string): void {
  test.info().annotations.push({ type: "seen", description: text });
}

async function openSite(name: EngineName, engine: Engine, listener: Listener, origin: string): Promise<Site> {
  const lesson = `${origin}/en/learn/temperature/`;
  const enter = async () => {
    // Another address first: a mere change of the fragment loads nothing.
    await engine.open("about:blank");
    await engine.open(`${lesson}#${secret}`);
    await engine.evaluate(untilReady);
  };
  await enter();
  return {
    name,
    engine,
    listener,
    targets: {
      http: `http://${listener.http}`,
      tcp: listener.tcp,
      udp: listener.udp ?? "127.0.0.1:9",
      own: origin,
    },
    hasOuterAddress: listener.udp !== undefined,
    lesson,
    prebuilt: await engine.evaluate(readOutputs, bystander),
    pages: await engine.pages(),
    enter,
  };
}

function launch(name: EngineName): Promise<Engine> {
  if (name === "webkit") return launchWebKit(present(findWebKit(), "WebKitGTK"));
  if (name === "firefox") return launchPuppeteer("firefox", present(findFirefox(), "Firefox"));
  return launchPuppeteer("chrome", present(findBrowser(), "Chromium"));
}

function present<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new Error(`${name} is not on this machine: run npm run test:hostile.`);
  return found;
}

/** The page's scripts are at work when a cell can be run. Runs in the page. */
async function untilReady(): Promise<void> {
  while (!document.querySelector("[data-cell] [data-run]:enabled"))
    await new Promise((rested) => setTimeout(rested, 50));
}
