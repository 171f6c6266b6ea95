// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { usePaced } from "./usePaced";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let page: HTMLElement;
let root: ReturnType<typeof createRoot>;

beforeEach(async () => {
  vi.useFakeTimers();
  page = document.createElement("div");
  root = createRoot(page);
  await show(0);
});
afterEach(() => {
  vi.useRealTimers();
});

function Paced({ value }: { value: number }) {
  return usePaced(value, 100);
}

const show = (value: number) => act(async () => root.render(<Paced value={value} />));
const wait = (milliseconds: number) => act(async () => vi.advanceTimersByTime(milliseconds));

it("shows the first change in the next free moment", async () => {
  await show(1);
  expect(page.textContent).toBe("0");
  await wait(0);
  expect(page.textContent).toBe("1");
});

it("shows a value that never rests once in a while, and the last one always", async () => {
  const seen = new Set<string | null>();
  for (let value = 1; value <= 40; value++) {
    await show(value);
    await wait(10);
    seen.add(page.textContent);
  }
  expect(seen.size).toBeGreaterThan(2);
  expect(seen.size).toBeLessThan(7);
  await wait(100);
  expect(page.textContent).toBe("40");
});

it("shows nothing that was taken back before its turn", async () => {
  await show(1);
  await wait(0);
  await show(2);
  await show(1);
  await wait(50);
  await show(1);
  await wait(200);
  expect(page.textContent).toBe("1");
});

it("leaves no timer behind", async () => {
  await show(1);
  await act(async () => root.unmount());
  expect(vi.getTimerCount()).toBe(0);
});
