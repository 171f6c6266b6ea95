import { Stop } from "../scripts/cli.mjs";
import { quantile } from "./statistics.mjs";

const MOVES = 120;

/**
 * From a slider's input event to the frame with the new bars: script, style, layout and paint. The event is
 * sent at the start of a frame, so that the time does not include waiting for the screen.
 * @param {import("@playwright/test").Page} page
 */
export async function measureSlider(page) {
  const { times, passes } = await page.evaluate(async (moves) => {
    const demo = /** @type {HTMLElement} */ (document.querySelector('[data-demo="sampler"]'));
    const slider = /** @type {HTMLInputElement} */ (
      demo.querySelector("input[type=range][name=temperature]")
    );
    // Rows, marks and numbers: what a move changes.
    const bars = /** @type {HTMLElement} */ (demo.querySelector("[role=listbox]")?.parentElement);
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    const count = () => Number(demo.dataset.forwardPasses);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // A task queued inside a frame runs right after that frame was painted.
    const painted = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      });
    /** @param {number} value */
    const move = async (value) => {
      await frame();
      const start = performance.now();
      const changed = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(undefined);
        });
        observer.observe(bars, { subtree: true, childList: true, attributes: true, characterData: true });
      });
      setValue?.call(slider, String(value));
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      const inThisFrame = await Promise.race([changed.then(() => true), painted().then(() => false)]);
      if (!inThisFrame) {
        await changed;
        await frame();
      }
      await painted();
      return performance.now() - start;
    };
    const before = count();
    const times = [];
    for (let i = 0; i < moves; i++) times.push(await move(0.2 + 0.05 * (i % 30)));
    return { times, passes: count() - before };
  }, MOVES);
  if (passes !== 0) throw new Stop(`Moving a slider ran the network ${passes} times; it must never.`);
  return { moves: MOVES, p50: quantile(times, 0.5), p95: quantile(times, 0.95), worst: Math.max(...times) };
}
