import { quantile } from "./statistics.mjs";

/** Tokens that must be seen before the generation is stopped. */
const TOKENS = 40;

/**
 * Milliseconds a generated token, as the page's `glassbox:decode` measures say.
 * @param {import("@playwright/test").Page} page
 */
export async function measureDecoding(page) {
  const count = () => performance.getEntriesByName("glassbox:decode").length;
  await page
    .getByRole("button", { name: /^(generate|write)/i })
    .first()
    .click();
  await page
    .waitForFunction((tokens) => performance.getEntriesByName("glassbox:decode").length >= tokens, TOKENS, {
      timeout: 30_000,
    })
    .catch(() => undefined);
  const times = await page.evaluate(() =>
    performance.getEntriesByName("glassbox:decode").map(({ duration }) => duration),
  );
  return { tokens: await page.evaluate(count), p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}
