/** Measures this device once and reports. To stop it, the page terminates it. */
import { reportLoads } from "@/lib/offline";
import { openLoops } from "./loops";
import { measure } from "./measure";
import type { FromWorker } from "./protocol";

reportLoads();

const post = (message: FromWorker) =>
  (self as unknown as { postMessage(message: FromWorker): void }).postMessage(message);

self.onmessage = async () => {
  try {
    const measured = measure(
      await openLoops(),
      () => performance.now(),
      (progress) => post({ type: "progress", progress }),
    );
    post({ type: "done", measured });
  } catch (error) {
    post({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};
