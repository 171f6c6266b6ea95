import { quantile } from "./statistics.mjs";

const PROMPTS = [
  "The dog",
  "The cat sat on the",
  "Once upon a time there was a",
  "Two and three are",
  "She said:",
];
const ROUNDS = 4;

/**
 * From a changed prompt to its painted distribution, and the part of it that the network takes.
 * @param {import("@playwright/test").Page} page
 */
export async function measurePrompts(page) {
  const times = await page.evaluate(
    async ({ prompts, rounds }) => {
      const demo = /** @type {HTMLElement} */ (document.querySelector('[data-demo="sampler"]'));
      const box = /** @type {HTMLTextAreaElement} */ (demo.querySelector("textarea[name=prompt]"));
      const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
      /** @param {string} prompt */
      const ask = async (prompt) => {
        const start = performance.now();
        setValue?.call(box, prompt);
        box.dispatchEvent(new Event("input", { bubbles: true }));
        while (demo.dataset.prompt !== prompt) await new Promise((resolve) => requestAnimationFrame(resolve));
        return performance.now() - start;
      };
      const times = [];
      for (let round = 0; round < rounds; round++) {
        for (const prompt of prompts) times.push(await ask(prompt + " x".repeat(round)));
      }
      return times;
    },
    { prompts: PROMPTS, rounds: ROUNDS },
  );
  const network = await page.evaluate(() =>
    performance.getEntriesByName("glassbox:trace").map(({ duration }) => duration),
  );
  return {
    prompts: times.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    network: quantile(network.slice(-times.length), 0.5),
  };
}
