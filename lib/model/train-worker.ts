/** Trains once and reports. `stop` ends it after the step it is in; to drop it, the page terminates it. */
import { defaultDevice, init } from "@jax-js/jax";
import { reportLoads } from "../offline";
import { batch, Trainer } from "./train-lora";
import type { FromTrainer, ToTrainer } from "./train-protocol";

reportLoads();

let stopped = false;

const post = (message: FromTrainer) =>
  (self as unknown as { postMessage(message: FromTrainer): void }).postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ToTrainer>) => {
  if (data.type === "stop") {
    stopped = true;
    return;
  }
  try {
    await train(data);
  } catch (error) {
    post({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  }
};

async function train({ config, weights, settings, tokens, kept }: Extract<ToTrainer, { type: "start" }>) {
  // WASM everywhere: at this size the GPU's round trips cost more than they save.
  await init("wasm");
  defaultDevice("wasm");
  const trainer = new Trainer(config, weights, settings);
  const check = async () =>
    post({
      type: "check",
      step: trainer.done,
      own: await trainer.lossOn(tokens),
      kept: await trainer.lossOn(kept),
      tensors: settings.method === "lora" && trainer.done > 0 ? await trainer.tensors() : undefined,
    });
  const every = Math.max(1, Math.ceil(settings.steps / 8));
  await check();
  while (trainer.done < settings.steps && !stopped) {
    const start = performance.now();
    const loss = await trainer.step(tokens);
    if (!Number.isFinite(loss))
      throw new Error(
        "The loss is no number any more: the steps were too large. Choose a lower learning rate.",
      );
    const read = batch.rows * Math.min(batch.width, tokens.length - 1);
    post({ type: "step", step: trainer.done, loss, milliseconds: performance.now() - start, tokens: read });
    await messages();
    if (trainer.done % every === 0 || trainer.done === settings.steps || stopped) await check();
  }
  post({ type: "done", stopped });
  trainer.dispose();
}

/** Lets a waiting `stop` in. */
function messages(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
