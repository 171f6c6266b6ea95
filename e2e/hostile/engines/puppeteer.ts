import puppeteer, { type Page } from "puppeteer-core";
import type { Engine } from "./engine";

/** Chromium over its own protocol, or a stock Firefox over WebDriver BiDi. */
export async function launchPuppeteer(
  browser: "chrome" | "firefox",
  executablePath: string,
): Promise<Engine> {
  const launched = await puppeteer.launch({
    browser,
    executablePath,
    headless: true,
    protocolTimeout: 60_000,
    args: browser === "chrome" ? chromiumArguments : [],
    // What the sandbox lets through must show: no popup hidden by a blocker, no preconnect left out for quiet.
    extraPrefsFirefox: {
      "dom.disable_open_during_load": false,
      "network.http.speculative-parallel-limit": 6,
    },
  });
  const page: Page = await launched.newPage();
  const pages = async () => (await launched.pages()).length;
  return {
    version: (await launched.version()).replace(/^firefox\//, "Firefox ").replace(/^Chrome\//, "Chromium "),
    open: async (url) => void (await page.goto(url, { waitUntil: "load" })),
    evaluate: (act, ...args) => page.evaluate(act as never, ...args) as never,
    url: async () => page.url(),
    pages,
    close: () => launched.close(),
  };
}

/** It may not phone home: what reaches a listener is then the page's doing. */
const chromiumArguments = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-popup-blocking",
];
