/**
 * The worker between the page and the reader's code. It starts a worker per kernel, relays words through a private
 * port, absorbs floods, and ends kernels at once, however busy they are. Bundled to text by
 * `scripts/build-sandbox.mjs`; runs in the sandboxed frame.
 */

import type { FromBroker, ToBroker } from "./protocol";
import { createWatch, type Verdict } from "./supervise";

declare const self: DedicatedWorkerGlobalScope;

interface Kernel {
  worker: Worker;
  port: MessagePort;
  watch: ReturnType<typeof createWatch>;
}

self.onmessage = ({ data, ports: [page] }: MessageEvent<{ kernel: string }>) => {
  self.onmessage = null;
  const url = URL.createObjectURL(new Blob([data.kernel], { type: "text/javascript" }));
  const kernels = new Map<number, Kernel>();
  const say = (message: FromBroker) => page.postMessage(message);

  const stop = (id: number) => {
    const kernel = kernels.get(id);
    kernels.delete(id);
    kernel?.port.close();
    kernel?.worker.terminate();
  };

  const end = (id: number, verdict: Verdict) => {
    if (!kernels.has(id)) return;
    stop(id);
    say({ type: "ended", kernel: id, ...verdict });
  };

  const start = (id: number) => {
    const watch = createWatch();
    const { port1: port, port2 } = new MessageChannel();
    const worker = new Worker(url);
    kernels.set(id, { worker, port, watch });
    port.onmessage = ({ data: text }) => {
      if (!kernels.has(id)) return;
      const verdict = watch.judge(text);
      if (verdict) end(id, verdict);
      else say({ type: "said", kernel: id, text });
    };
    // Nothing of ours comes this way: it is counted, never read.
    worker.onmessage = () => {
      const verdict = watch.judge("");
      if (verdict) end(id, verdict);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end(id, { why: "crash", message: `The cell's worker failed: ${event.message || "no reason given"}.` });
    };
    worker.postMessage(null, [port2]);
  };

  page.onmessage = ({ data: message }: MessageEvent<ToBroker>) => {
    if (message.type === "ping") say({ type: "pong" });
    else if (message.type === "start") start(message.kernel);
    else if (message.type === "stop") stop(message.kernel);
    else {
      const kernel = kernels.get(message.kernel);
      if (message.type === "change") kernel?.watch.renew();
      kernel?.port.postMessage(message);
    }
  };
  say({ type: "ready" });
};
