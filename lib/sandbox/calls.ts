import { type CellServices, type ServiceMethod, toPlain } from "../notebook/services";
import { limits } from "./limits";
import { callArguments, type FromKernel, type ToKernel } from "./protocol";

type Call = Pick<Extract<FromKernel, { type: "call" }>, "call" | "method" | "args">;
type Answer = Extract<ToKernel, { type: "answer" | "refuse" }>;

/** What may wait for a download: that is not the cell's own time. */
const loading: ReadonlySet<string> = new Set<ServiceMethod>(["model", "allWeights", "arrays"]);

export interface CallGate {
  /** Checks a call and queues it; the answer comes through `reply`. */
  take(call: Call): void;
}

/**
 * The gate between a reader's code and the page's model: known methods, checked and bounded arguments, one call
 * at a time, a short queue, an end to it all. `onLoading(true)` while a model is being opened.
 */
export function createCallGate(
  signal: AbortSignal,
  services: CellServices,
  reply: (answer: Answer) => void,
  onLoading: (loading: boolean) => void,
): CallGate {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  let taken = 0;

  const serve = async (call: Call) => {
    const refuse = (message: string) => reply({ type: "refuse", call: call.call, message });
    const args = callArguments[call.method].safeParse(call.args);
    if (!args.success) return refuse(`${call.method}: ${args.error.issues[0].message}`);
    const loads = loading.has(call.method);
    if (loads) onLoading(true);
    try {
      const value = toPlain(await services[call.method](signal, args.data as never));
      if (!signal.aborted) reply({ type: "answer", call: call.call, value });
    } catch (error) {
      refuse(error instanceof Error ? error.message : "The model failed.");
    } finally {
      if (loads) onLoading(false);
    }
  };

  return {
    take(call) {
      const refusal = refusalOf(++taken, waiting);
      if (refusal) return reply({ type: "refuse", call: call.call, message: refusal });
      waiting++;
      last = last
        .then(() => (signal.aborted ? undefined : serve(call)))
        .finally(() => {
          waiting--;
        });
    },
  };
}

function refusalOf(taken: number, waiting: number): string | undefined {
  if (taken > limits.calls) return `One run may call models ${limits.calls} times; this one wanted more.`;
  if (waiting > limits.waitingCalls)
    return `Only ${limits.waitingCalls} model calls may wait at a time: write await before each call.`;
  return undefined;
}
