/** Messages between the page and the GPU worker, types only. */
import type { Spread } from "../statistics";

export interface GpuOrder {
  wgsl: string;
  /** The constant the kernel is tried with, and its values; without one the kernel runs once. */
  constant?: { name: string; values: readonly number[] };
}

/** One value of the constant, and how fast the kernel was with it. */
export interface GpuPoint {
  value?: number;
  /** byte/s and FLOP/s, from what the kernel says of itself; undefined where it says 0. */
  bandwidth?: Spread;
  arithmetic?: Spread;
  /** Seconds of one launch. */
  seconds: Spread;
}

export interface GpuResult {
  /** What the browser tells about the GPU. */
  name: string;
  /** It is a program on the CPU that acts as a GPU. */
  software: boolean;
  arrayBytes: number;
  points: GpuPoint[];
}

export type FromGpuWorker =
  | { type: "progress"; points: GpuPoint[] }
  | { type: "done"; result: GpuResult }
  | { type: "failed"; message: string };
