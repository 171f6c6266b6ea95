import { describe, expect, it } from "vitest";
import { workOf } from "./kernels";
import type { Loops } from "./loops";
import { measure } from "./measure";
import type { Progress } from "./protocol";

/** A machine of known speed: time passes only by moving bytes and computing. */
function pretend(bandwidth: number, peak: number) {
  let now = 0;
  const loops: Loops = {
    engine: "wasm",
    arrayBytes: 2 ** 20,
    run(kernel, bytes, repeats) {
      const work = workOf(kernel, bytes);
      now += 1000 * repeats * (work.bytes / bandwidth || work.flops / peak);
      return 0;
    },
  };
  return { loops, clock: () => (now += 1e-6) };
}

describe("the measurement", () => {
  it("finds the bandwidth and the peak of a machine of known speed", () => {
    const { loops, clock } = pretend(20e9, 50e9);
    const { rates, sweep } = measure(loops, clock, () => {});
    for (const name of ["read", "copy", "triad"] as const)
      expect(rates[name].median / 20e9).toBeCloseTo(1, 3);
    expect(rates.multiplyAdd.median / 50e9).toBeCloseTo(1, 3);
    expect(sweep[0].bytes).toBe(4096);
    expect(sweep[sweep.length - 1].bytes).toBe(2 ** 20);
    for (const { rate } of sweep) expect(rate.median / 20e9).toBeCloseTo(1, 3);
  });

  it("tells how far it is, never backwards", () => {
    const { loops, clock } = pretend(20e9, 50e9);
    const told: Progress[] = [];
    measure(loops, clock, (progress) => told.push(progress));
    const shares = told.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBe(0);
    expect(shares[shares.length - 1]).toBeLessThan(1);
  });
});
