import { withBase } from "./base";

/** Between pages and their workers, which cannot reach the service worker themselves. */
const CHANNEL = "glassbox-offline";

/**
 * Lets the site work without a network after one visit. Call once, from a client component, in an effect.
 *
 * On the first visit much is loaded before the service worker takes over, so the addresses are handed to it;
 * on later visits everything passes through it anyway.
 */
export async function keepOffline(): Promise<void> {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  const firstVisit = !navigator.serviceWorker.controller;
  try {
    await navigator.serviceWorker.register(withBase("/sw.js"));
  } catch {
    return; // Private windows and some learning platforms forbid it: the course works, only not offline.
  }
  if (!firstVisit) return;
  const { active } = await navigator.serviceWorker.ready;
  const keep = (addresses: string[]) => active?.postMessage({ keep: addresses });
  keep([location.href]);
  observeLoads(() => keep(listLoads()));
  const workers = new BroadcastChannel(CHANNEL);
  workers.onmessage = ({ data }) => Array.isArray(data) && keep(data);
  workers.postMessage("What did you load?");
}

/** Tells the page what a worker loads. Call once in each worker that loads files; it costs nothing later. */
export function reportLoads(): void {
  const page = new BroadcastChannel(CHANNEL);
  page.onmessage = ({ data }) => Array.isArray(data) || page.postMessage(listLoads());
  observeLoads(() => page.postMessage(listLoads()));
}

function listLoads(): string[] {
  return performance.getEntriesByType("resource").map(({ name }) => name);
}

function observeLoads(onLoad: () => void): void {
  new PerformanceObserver(onLoad).observe({ type: "resource", buffered: true });
}
