import { limits } from "./limits";

/** Why a kernel was ended, and what the reader is told. */
export interface Verdict {
  why: "flood" | "bytes" | "crash";
  message: string;
}

/**
 * Watches what one kernel says: counts messages and sizes, and gives a verdict when it says too much. The page
 * behind it then never sees more than it can handle.
 */
export function createWatch(now: () => number = () => performance.now()) {
  let second = Number.NEGATIVE_INFINITY;
  let burst = 0;
  let total = 0;
  return (said: unknown): Verdict | undefined => {
    if (now() - second >= 1_000) {
      second = now();
      burst = 0;
    }
    if (++burst > limits.burst)
      return {
        why: "flood",
        message: `Stopped: the cell sent more than ${limits.burst} messages in a second.`,
      };
    if (typeof said !== "string")
      return { why: "flood", message: "Stopped: the cell sent a message of a kind that no cell sends." };
    total += said.length;
    if (said.length > limits.message || total > limits.total)
      return { why: "bytes", message: `Stopped: the cell's output passed ${limits.total / 1e6} MB.` };
    return undefined;
  };
}
