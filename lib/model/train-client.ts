import type { LanguageModel } from "./language-model";
import type { StoredTensor } from "./safetensors";
import type { FromTrainer, ToTrainer, TrainOrder } from "./train-protocol";

export interface Training {
  /** Ends the run after the step it is in. */
  stop(): void;
  /** Resolves when the last step is done or the run was stopped. */
  finished: Promise<{ stopped: boolean }>;
}

/**
 * Trains in a worker of its own, on a copy of the model's weights; the model goes on answering meanwhile. Aborting
 * `signal` ends the worker at once. `tell` hears of every step and check.
 */
export function startTraining(
  signal: AbortSignal,
  model: Pick<LanguageModel, "config" | "shapes" | "weights">,
  order: TrainOrder,
  tell: (message: Extract<FromTrainer, { type: "step" | "check" }>) => void,
): Training {
  const worker = new Worker(new URL("./train-worker.ts", import.meta.url), { type: "module" });
  const post = (message: ToTrainer, transfer: Transferable[] = []) => worker.postMessage(message, transfer);
  const finished = new Promise<{ stopped: boolean }>((resolve, reject) => {
    const finish = (settle: () => void) => {
      worker.terminate();
      signal.removeEventListener("abort", drop);
      settle();
    };
    const drop = () => finish(() => reject(signal.reason));
    signal.addEventListener("abort", drop);
    worker.onerror = (event) => {
      event.preventDefault();
      finish(() =>
        reject(new Error(event.message || "The training worker could not start. Reload the page.")),
      );
    };
    worker.onmessage = ({ data }: MessageEvent<FromTrainer>) => {
      if (data.type === "done") finish(() => resolve(data));
      else if (data.type === "failed") finish(() => reject(new Error(data.message)));
      else tell(data);
    };
    copyWeights(signal, model).then(
      (weights) => {
        const buffers = Object.values(weights).map(({ data }) => data.buffer);
        post({ type: "start", config: model.config, weights, ...order }, buffers);
      },
      (error) => finish(() => reject(error)),
    );
  });
  return { stop: () => post({ type: "stop" }), finished };
}

async function copyWeights(
  signal: AbortSignal,
  { shapes, weights }: Pick<LanguageModel, "shapes" | "weights">,
): Promise<Record<string, StoredTensor>> {
  const entries = Object.entries(shapes).map(async ([name, shape]) => {
    const data = await weights(signal, name);
    return [name, { dtype: "F32", shape: [...shape], data }] satisfies [string, StoredTensor];
  });
  return Object.fromEntries(await Promise.all(entries));
}
