import { median } from "./statistics.mjs";

const RUNS = 5;
const DEMO = '[data-demo="sampler"]';

/**
 * From an empty cache to the first live prediction: bytes over the wire, time, and the JavaScript that came
 * before the model was asked for.
 * @param {import("@playwright/test").Browser} browser
 * @param {import("./server.mjs").Server} server
 * @param {string} address
 */
export async function measureColdStart(browser, server, address) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      serviceWorkers: "block",
    });
    const page = await context.newPage();
    server.reset();
    await page.goto(address);
    await page.locator(DEMO).scrollIntoViewIfNeeded();
    await page.locator(`${DEMO}[data-state="live"]`).waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => performance.getEntriesByName("glassbox:first-prediction").length > 0);
    const milliseconds = await page.evaluate(
      () => performance.getEntriesByName("glassbox:first-prediction")[0].startTime,
    );
    runs.push({ milliseconds, bytes: server.bytes(), script: scriptBeforeModel(server.responses()) });
    await context.close();
  }
  return {
    runs: RUNS,
    milliseconds: median(runs.map((run) => run.milliseconds)),
    bytes: Math.max(...runs.map((run) => run.bytes)),
    script: Math.max(...runs.map((run) => run.script)),
  };
}

/**
 * JavaScript of the page itself: all scripts up to the first one for a worker, or the first file of a model.
 * @param {{ path: string, destination: string, bytes: number }[]} responses
 */
function scriptBeforeModel(responses) {
  const asked = responses.findIndex(
    ({ path, destination }) => destination === "worker" || path.includes("/models/"),
  );
  return responses
    .slice(0, asked === -1 ? undefined : asked)
    .filter(({ destination }) => destination === "script")
    .reduce((sum, { bytes }) => sum + bytes, 0);
}
