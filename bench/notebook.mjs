import { tsImport } from "tsx/esm/api";
import { median, quantile } from "./statistics.mjs";

const RUNS = 5;
const EDITS = 60;
const CELL = '[data-cell="rounding"]';

/**
 * What a reader waits for in a page's notebook.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
export async function measureNotebook(browser, address) {
  const first = [];
  for (let run = 0; run < RUNS; run++) first.push(await timeFirstRun(browser, address));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, serviceWorkers: "block" });
  await page.goto(address);
  const edits = await timeEdits(page);
  await page.close();
  const { timeChain } = await tsImport("./chain.ts", import.meta.url);
  const chain = await timeChain(30, 20);
  return {
    runs: RUNS,
    first: median(first),
    edits: EDITS,
    p50: quantile(edits, 0.5),
    p95: quantile(edits, 0.95),
    chain: median(chain),
  };
}

/**
 * From a click on Run, in a page that nobody has visited before, to its outputs on the screen: the compiler, the
 * sandbox and the kernel are loaded meanwhile.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} address
 */
async function timeFirstRun(browser, address) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: "load" });
  await page.locator(`${CELL} [data-run]:enabled`).waitFor();
  const milliseconds = await page.evaluate(runCell, CELL);
  await context.close();
  return milliseconds;
}

/**
 * From Run after an edit to the changed outputs on the screen.
 * @param {import("@playwright/test").Page} page
 */
async function timeEdits(page) {
  const cell = page.locator(CELL);
  await cell.locator("[data-run]:enabled").waitFor();
  await cell.getByRole("group").first().click();
  await cell.locator('[data-editor="open"] textarea').first().waitFor();
  const times = [];
  for (let edit = 0; edit < EDITS + 1; edit++) {
    await cell.locator("textarea").first().focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(`const edited = ${edit};\nedited * 2`);
    const milliseconds = await page.evaluate(runCell, CELL);
    // The first run loads what all others use.
    if (edit > 0) times.push(milliseconds);
  }
  return times;
}

/**
 * Runs in the page: presses Run, waits for the state `done` and the frame that shows it.
 * @param {string} selector
 */
async function runCell(selector) {
  const cell = /** @type {HTMLElement} */ (document.querySelector(selector));
  const start = performance.now();
  const done = new Promise((resolve) => {
    let began = false;
    const observer = new MutationObserver(() => {
      began ||= cell.dataset.state === "running";
      if (!began || cell.dataset.state !== "done") return;
      observer.disconnect();
      resolve(undefined);
    });
    observer.observe(cell, { attributes: true, attributeFilter: ["data-state"] });
  });
  /** @type {HTMLElement} */ (cell.querySelector("[data-run]")).click();
  await done;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
}
