import type { FromWorker, Measured, Progress } from "./protocol";

/** Measures this device in a worker of its own; aborting ends the worker at once. */
export function measureDevice(signal: AbortSignal, tell: (progress: Progress) => void): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    const finish = (settle: () => void) => {
      worker.terminate();
      signal.removeEventListener("abort", stop);
      settle();
    };
    const stop = () => finish(() => reject(signal.reason));
    signal.addEventListener("abort", stop);
    worker.onerror = (event) => {
      event.preventDefault();
      finish(() =>
        reject(new Error(event.message || "The measuring worker could not start. Reload the page.")),
      );
    };
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === "progress") tell(data.progress);
      else if (data.type === "done") finish(() => resolve(data.measured));
      else finish(() => reject(new Error(data.message)));
    };
    worker.postMessage("start");
  });
}
