import { limits } from "./limits";

/** Why a kernel was ended, and what the reader is told. */
export interface Verdict {
  why: "flood" | "bytes" | "crash";
  message: string;
}

/**
 * Watches what one kernel says: counts messages and sizes, and gives a verdict when it says too much. The page
 * behind it then never sees more than it can handle. Bytes are forgotten as time goes by, so that what streams
 * at a walking pace may go on for as long as it likes, and when the page asks for something new.
 */
export function createWatch(now: () => number = () => performance.now()) {
  let second = Number.NEGATIVE_INFINITY;
  let burst = 0;
  let bytes = 0;
  let counted = now();
  const judge = (said: unknown): Verdict | undefined => {
    const time = now();
    if (time - second >= 1_000) {
      second = time;
      burst = 0;
    }
    bytes = Math.max(0, bytes - ((time - counted) / 1_000) * limits.refill);
    counted = time;
    if (++burst > limits.burst)
      return {
        why: "flood",
        message: `Stopped: the cell sent more than ${limits.burst} messages in a second.`,
      };
    if (typeof said !== "string")
      return { why: "flood", message: "Stopped: the cell sent a message of a kind that no cell sends." };
    bytes += said.length;
    if (said.length > limits.message || bytes > limits.total)
      return { why: "bytes", message: `Stopped: the cell's output passed ${limits.total / 1e6} MB.` };
    return undefined;
  };
  return {
    judge,
    /** The page has asked for something: what was said before counts no more. */
    renew() {
      bytes = 0;
    },
  };
}
