/** Runs one kernel on the GPU and reports. To stop it, the page terminates it. */
import { reportLoads } from "@/lib/offline";
import type { FromGpuWorker, GpuOrder } from "./protocol";
import { runKernel } from "./run";

reportLoads();

const post = (message: FromGpuWorker) =>
  (self as unknown as { postMessage(message: FromGpuWorker): void }).postMessage(message);

self.onmessage = async ({ data }: MessageEvent<GpuOrder>) => {
  try {
    const result = await runKernel(data, (points) => post({ type: "progress", points }));
    post({ type: "done", result });
  } catch (error) {
    post({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};
