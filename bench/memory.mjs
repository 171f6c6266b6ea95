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
  const devtools = await openDevTools(browser);
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

/**
 * Chromium's own view of all workers, those in the sandboxed frame included, which no page can see.
 * @param {import("@playwright/test").Browser} browser
 */
async function openDevTools(browser) {
  const session = await browser.newBrowserCDPSession();
  /** @type {Map<number, (result: any) => void>} */
  const waiting = new Map();
  let count = 0;
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });

  /** @param {string} targetId */
  const measureTarget = async (targetId) => {
    const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
    /** @param {string} method */
    const ask = (method) =>
      new Promise((resolve) => {
        const id = ++count;
        waiting.set(id, resolve);
        void session.send("Target.sendMessageToTarget", {
          sessionId,
          message: JSON.stringify({ id, method }),
        });
      });
    await ask("HeapProfiler.enable");
    await ask("HeapProfiler.collectGarbage");
    const usage = await ask("Runtime.getHeapUsage");
    await session.send("Target.detachFromTarget", { sessionId });
    return (usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize) / 1e6;
  };

  return {
    /** Megabytes in use once garbage is gone. */
    async measure() {
      const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] });
      const all = { sandbox: 0, page: 0 };
      for (const { type, url, targetId } of targetInfos) {
        if (type === "worker" && url.startsWith("blob:null/")) all.sandbox += await measureTarget(targetId);
        else if (type === "worker" || (type === "page" && url.startsWith("http")))
          all.page += await measureTarget(targetId);
      }
      return all;
    },
  };
}
