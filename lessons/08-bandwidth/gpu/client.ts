import type { FromGpuWorker, GpuOrder, GpuPoint, GpuResult } from "./protocol";

/** A kernel and all its values must be done within this many milliseconds. */
const limit = 30_000;

/** Runs a kernel in a worker of its own, which ends with it: a lost GPU is a fresh one at the next press. */
export function runOnGpu(
  signal: AbortSignal,
  order: GpuOrder,
  tell: (points: GpuPoint[]) => void,
): Promise<GpuResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    const finish = (settle: () => void) => {
      worker.terminate();
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
      settle();
    };
    const fail = (message: string) => finish(() => reject(new Error(message)));
    const stop = () => finish(() => reject(signal.reason));
    const timer = setTimeout(
      () => fail(`The kernel was ended after ${limit / 1000} seconds. Does a loop in it never end?`),
      limit,
    );
    signal.addEventListener("abort", stop);
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || "The GPU worker could not start. Reload the page.");
    };
    worker.onmessage = ({ data }: MessageEvent<FromGpuWorker>) => {
      if (data.type === "progress") tell(data.points);
      else if (data.type === "done") finish(() => resolve(data.result));
      else fail(data.message);
    };
    worker.postMessage(order);
  });
}
