import { openDevTools } from "./devtools.mjs";

/** Re-runs of each cell: the first mark lets caches fill, the second would show what every run leaves behind. */
const MARKS = [10, 1_000];

/**
 * Megabytes after 10 and after 1,000 runs of each of a lesson's cells named: JavaScript's heap and the memory
 * behind its buffers, WebAssembly's included, of the sandbox's workers and of the page with the model's worker.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 * @param {string[]} cells
 */
export async function measureMemory(browser, address, cells) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  await page.goto(address);
  const devtools = await openDevTools(page);
  const results = [];
  for (const cell of cells) {
    const section = page.locator(`[data-cell="${cell}"]`);
    await section.scrollIntoViewIfNeeded();
    await section.locator("[data-run]:enabled").waitFor();
    const marks = [];
    let done = 0;
    for (const mark of MARKS) {
      await page.evaluate(runAgain, { cell, times: mark - done });
      done = mark;
      marks.push(await devtools.measure());
    }
    const [before, after] = marks;
    results.push({ cell, runs: MARKS, before, after });
  }
  await page.close();
  return results;
}

/**
 * In the page: presses Run, waits until the cell is done, and again.
 * @param {{ cell: string, times: number }} order
 */
async function runAgain({ cell, times }) {
  const section = /** @type {HTMLElement} */ (document.querySelector(`[data-cell="${cell}"]`));
  const button = /** @type {HTMLButtonElement} */ (section.querySelector("[data-run]"));
  for (let run = 0; run < times; run++) {
    const finished = new Promise((resolve, reject) => {
      let started = false;
      const observer = new MutationObserver(() => {
        const { state } = section.dataset;
        if (state === "running") started = true;
        else if (started) observer.disconnect();
        if (started && state === "done") resolve(undefined);
        if (started && state === "failed") reject(new Error(`${cell} failed: ${section.textContent}`));
      });
      observer.observe(section, { attributes: true, attributeFilter: ["data-state"] });
    });
    button.click();
    await finished;
  }
}
