import { quantile } from "./statistics.mjs";

/**
 * Milliseconds a generated token: as the reader sees them come (network, sampling, drawing), and the part that
 * the network takes, from the page's own `glassbox:decode` measures. The first text warms up.
 * @param {import("@playwright/test").Page} page
 */
export async function measureDecoding(page) {
  const write = page.locator('[data-demo="sampler"]').getByRole("button", { name: /^write/i });
  let run = { tokens: 0, milliseconds: Number.NaN };
  for (let text = 0; text < 2; text++) {
    await page.evaluate(() => performance.clearMeasures("glassbox:decode"));
    await write.click();
    run = await page.evaluate(watchWriting);
  }
  const network = await page.evaluate(() =>
    performance.getEntriesByName("glassbox:decode").map(({ duration }) => duration),
  );
  return {
    tokens: run.tokens,
    seen: run.milliseconds / (run.tokens - 1),
    p50: quantile(network, 0.5),
    p95: quantile(network, 0.95),
  };
}

/** Watches the tokens come, frame by frame, until the text is done. */
async function watchWriting() {
  const demo = /** @type {HTMLElement} */ (document.querySelector('[data-demo="sampler"]'));
  const count = () => demo.querySelectorAll("ol[aria-busy] button[data-index]").length;
  const busy = () => demo.querySelector('ol[aria-busy="true"]') !== null;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (!busy() || count() === 0) await frame();
  const first = { at: performance.now(), tokens: count() };
  let last = first;
  while (busy()) {
    await frame();
    if (count() > last.tokens) last = { at: performance.now(), tokens: count() };
  }
  return { tokens: last.tokens - first.tokens + 1, milliseconds: last.at - first.at };
}
