/**
 * The roofline: how fast a program can run on a device, judged from two numbers of each.
 * Source: Williams, Waterman and Patterson, 2009. Units: FLOP, bytes and seconds, without prefixes.
 */

export interface Device {
  /** Most arithmetic a second, FLOP/s. */
  peak: number;
  /** Most bytes a second between memory and processor, byte/s. */
  bandwidth: number;
}

export interface Work {
  /** Floating-point operations; a multiply-add counts as two. */
  flops: number;
  /** Bytes that cross between memory and processor. */
  bytes: number;
}

/** Arithmetic intensity in FLOP a byte. */
export function intensity({ flops, bytes }: Work): number {
  return flops / bytes;
}

/** Fastest possible rate at an intensity, FLOP/s: the lower of the slope and the roof. */
export function attainable(at: number, { peak, bandwidth }: Device): number {
  return Math.min(peak, at * bandwidth);
}

/** Intensity at which slope and roof meet, FLOP a byte. Left of it memory limits, right of it arithmetic. */
export function ridge({ peak, bandwidth }: Device): number {
  return peak / bandwidth;
}

/** Shortest possible time of a piece of work, seconds: data and arithmetic flow at once, the slower one counts. */
export function shortestTime(work: Work, { peak, bandwidth }: Device): number {
  return Math.max(work.flops / peak, work.bytes / bandwidth);
}

export function limitedBy(at: number, device: Device): "memory" | "arithmetic" {
  return at < ridge(device) ? "memory" : "arithmetic";
}
