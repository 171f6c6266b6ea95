import { spread } from "../statistics";
import { type KernelName, workOf } from "./kernels";
import type { Loops } from "./loops";
import type { Measured, Progress, SweepPoint } from "./protocol";

/** Milliseconds. */
type Clock = () => number;

const KiB = 1024;
/** Runs of each large loop, and of each point of the sweep, after two that only warm up. */
const [runs, sweepRuns] = [15, 7];
/** A run must last at least this many milliseconds: far above the step of a browser's timer. */
const shortest = { large: 20, sweep: 8 };
/** Small enough for every first-level cache, large enough that the ends of the loop do not count. */
const arithmeticBytes = 64 * KiB;
const names = ["read", "copy", "triad", "multiplyAdd"] as const;

/** Measures a device: each loop on arrays far larger than its caches, then reading at every size. */
export function measure(loops: Loops, clock: Clock, tell: (progress: Progress) => void): Measured {
  const sweep: SweepPoint[] = [];
  const sizes = toSizes(loops.arrayBytes);
  const steps = names.length + sizes.length;
  const rates = {} as Measured["rates"];
  for (const [i, name] of names.entries()) {
    tell({ share: i / steps, now: name, sweep: [] });
    const bytes = name === "multiplyAdd" ? arithmeticBytes : loops.arrayBytes;
    rates[name] = spread(timeLoop(loops, clock, name, bytes, runs, shortest.large));
  }
  for (const bytes of sizes) {
    tell({ share: (names.length + sweep.length) / steps, now: "sweep", sweep: [...sweep] });
    sweep.push({ bytes, rate: spread(timeLoop(loops, clock, "read", bytes, sweepRuns, shortest.sweep)) });
  }
  return {
    engine: loops.engine,
    arrayBytes: loops.arrayBytes,
    rates,
    sweep,
    timerStep: timerStep(clock),
  };
}

/** 4 KiB, 8 KiB, … up to the whole array; twice as dense as powers of two would be. */
function toSizes(largest: number): number[] {
  const sizes: number[] = [];
  for (let size = 4 * KiB; size <= largest; size *= 2) {
    sizes.push(size);
    if (size * 1.5 <= largest) sizes.push(size * 1.5);
  }
  return sizes;
}

/** Rates of several runs, in byte/s, or in FLOP/s for the loop that moves no bytes. */
function timeLoop(
  loops: Loops,
  clock: Clock,
  name: KernelName,
  bytes: number,
  count: number,
  least: number,
): number[] {
  const time = (repeats: number) => {
    const start = clock();
    loops.run(name, bytes, repeats);
    return clock() - start;
  };
  let repeats = 1;
  // Warming up: pages and caches are filled, the compiler settles, and one run is made long enough.
  while (time(repeats) < least && repeats < 2 ** 22) repeats *= 2;
  time(repeats);
  const { bytes: moved, flops } = workOf(name, bytes);
  const amount = (moved || flops) * repeats;
  return Array.from({ length: count }, () => amount / (Math.max(time(repeats), 1e-3) / 1000));
}

function timerStep(clock: Clock): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const start = clock();
    let now = start;
    for (let tries = 0; now === start && tries < 1e7; tries++) now = clock();
    smallest = Math.min(smallest, now - start);
  }
  return smallest;
}
