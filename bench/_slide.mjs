import { chromium } from "@playwright/test";
import { startServer } from "./server.mjs";
import { measureSlider } from "./slider.mjs";
const server = await startServer();
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
await page.goto(`${server.origin}/en/learn/temperature/`);
await page.locator('[data-demo="sampler"]').scrollIntoViewIfNeeded();
await page.locator('[data-demo="sampler"][data-state="live"]').waitFor({ timeout: 60000 });
for (let i = 0; i < 4; i++) console.log(JSON.stringify(await measureSlider(page)));
if (process.argv[2]) {
  const cdp = await page.context().newCDPSession(page);
  await browser.startTracing(page, { path: process.argv[2], categories: ["devtools.timeline", "disabled-by-default-devtools.timeline", "v8", "blink", "cc", "toplevel", "loading", "blink.user_timing"] });
  await measureSlider(page);
  await browser.stopTracing();
}
await browser.close(); server.close();
