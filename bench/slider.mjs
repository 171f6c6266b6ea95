import { Stop } from "../scripts/cli.mjs";
import { quantile } from "./statistics.mjs";

/** Each is dragged from one end to the other and back, twice, alone: the others are off. */
const SLIDERS = ["temperature", "top-p", "top-k", "min-p"];
/** Moves from one end to the other, or one for each step where there are fewer. */
const MOVES = 50;
/** Those of a script that was never run before, told apart as well. */
const FIRST = 50;

/**
 * From a slider's input event to the frame with the new bars: script, style, layout and paint. The event is
 * sent at the start of a frame, so that the time does not include waiting for the screen. A move that changes nothing
 * of the bars (top-k from 90 to 92 where 40 tokens are left) is not counted.
 * @param {import("@playwright/test").Page} page
 */
export async function measureSlider(page) {
  const { times, loops, passes } = await page.evaluate(
    async ({ sliders, most }) => {
      const demo = /** @type {HTMLElement} */ (document.querySelector('[data-demo="sampler"]'));
      const asIs = [...demo.querySelectorAll("button")].find((button) => button.textContent === "as is");
      // Marks, numbers and the cutoff lie beside the rows' tokens, which may follow a little later; the rest has a row.
      const tokens = demo.querySelector("[role=listbox]");
      const rows = /** @type {HTMLElement} */ (tokens?.parentElement);
      const rest = /** @type {HTMLElement} */ (demo.querySelector("[data-token=rest]"));
      const bars = [rest, ...[...rows.children].filter((child) => child !== tokens)];
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
      let changed = false;
      const observer = new MutationObserver(() => {
        changed = true;
      });
      const anything = { subtree: true, childList: true, attributes: true, characterData: true };
      for (const bar of bars) observer.observe(bar, anything);
      observer.observe(rows, { childList: true });
      /** @param {HTMLInputElement} slider @param {number} value */
      const move = async (slider, value) => {
        await frame();
        changed = false;
        const start = performance.now();
        setValue?.call(slider, String(value));
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await painted();
        if (!changed) {
          await frame();
          await painted();
        }
        return changed ? [performance.now() - start] : [];
      };
      const before = count();
      const times = [];
      for (const name of sliders) {
        asIs?.click();
        const slider = /** @type {HTMLInputElement} */ (
          demo.querySelector(`input[type=range][name=${name}]`)
        );
        const [min, max, step] = [slider.min, slider.max, slider.step].map(Number);
        const moves = Math.min(most, Math.round((max - min) / step));
        const there = Array.from({ length: moves + 1 }, (_, i) => min + ((max - min) * i) / moves);
        const back = there.slice(0, -1).reverse();
        for (const value of [...there, ...back, ...there.slice(1), ...back])
          times.push(...(await move(slider, value)));
      }
      observer.disconnect();
      // What this machine makes of as much work that is always the same: a loop, as long as the median move, a frame.
      /** @param {number} turns */
      const loop = (turns) => {
        let x = 0;
        for (let i = 0; i < turns; i++) x = Math.imul(x ^ i, 0x9e3779b1);
        return x;
      };
      loop(1e7);
      const started = performance.now();
      loop(1e7);
      const median = [...times].sort((a, b) => a - b)[times.length >> 1];
      const turns = (1e7 * median) / (performance.now() - started);
      const loops = [];
      for (let i = 0; i < 300; i++) {
        await frame();
        const start = performance.now();
        loop(turns);
        loops.push(performance.now() - start);
      }
      return { times, loops, passes: count() - before };
    },
    { sliders: SLIDERS, most: MOVES },
  );
  if (passes !== 0) throw new Stop(`Moving a slider ran the network ${passes} times; it must never.`);
  return {
    moves: times.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    worst: Math.max(...times),
    loop: { p50: quantile(loops, 0.5), p95: quantile(loops, 0.95) },
    first: { moves: FIRST, p95: quantile(times.slice(0, FIRST), 0.95) },
  };
}
