/** Messages between the page (`client.ts`) and the measuring worker (`worker.ts`), types only. */
import type { Spread } from "../statistics";
import type { KernelName } from "./kernels";

/** One point of the sweep: reading an array of this size again and again. */
export interface SweepPoint {
  bytes: number;
  /** byte/s */
  rate: Spread;
}

export interface Measured {
  /** `wasm`: four floats an instruction. `arrays`: plain JavaScript, where the browser lacks WASM SIMD. */
  engine: "wasm" | "arrays";
  /** Length of each large array, bytes. */
  arrayBytes: number;
  /** Bandwidths in byte/s; `multiplyAdd` in FLOP/s. */
  rates: Record<KernelName, Spread>;
  sweep: SweepPoint[];
  /** Smallest step the timer was seen to take, milliseconds. */
  timerStep: number;
}

/** How far the work has come, 0 to 1, and what is measured at the moment. */
export interface Progress {
  share: number;
  now: KernelName | "sweep";
  /** Points of the sweep so far. */
  sweep: SweepPoint[];
}

export type FromWorker =
  | { type: "progress"; progress: Progress }
  | { type: "done"; measured: Measured }
  | { type: "failed"; message: string };
