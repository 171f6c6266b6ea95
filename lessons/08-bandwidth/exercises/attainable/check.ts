import { defineCheck } from "glassbox/exercise";
import type { attainable } from "./solution";

/**
 * Random loops lie on both sides of the ridge, at least a factor of 1.5 away from it, so that a misplaced
 * ridge shows. No rounding matters: results are compared with a relative tolerance.
 */
export const check = defineCheck<typeof attainable>({
  function: "attainable",
  parameters: ["peak (TFLOP/s)", "bandwidth (GB/s)", "multiplyAdds", "bytes"],
  examples: [
    [312, 2039, 1e9, 2e9], // decoding in 16 bits on an A100: memory
    [312, 2039, 1e12, 2e9], // a long prompt: arithmetic
    [0.03, 20, 1, 12], // STREAM's triad on one slow core
    [1, 1000, 2, 1], // exactly 4 FLOP a byte, ridge at 1
  ],
  inputs: (random) => {
    const peak = random.choice([0.05, 1, 20, 312, 989]);
    const bandwidth = random.choice([20, 100, 800, 2039, 3350]);
    const ridge = (1000 * peak) / bandwidth; // FLOP a byte
    const factor = 1.5 + random.uniform(0, 20);
    const intensity = random.uniform() < 0.5 ? ridge * factor : ridge / factor;
    const bytes = Math.round(random.uniform(1e3, 1e6));
    return [peak, bandwidth, (intensity * bytes) / 2, bytes];
  },
  valid: (peak, bandwidth, multiplyAdds, bytes) =>
    [peak, bandwidth, multiplyAdds, bytes].every((quantity) => Number.isFinite(quantity) && quantity > 0),
  invariants: [
    { says: "Return a number above 0.", holds: (rate) => typeof rate === "number" && rate > 0 },
    {
      says: "No loop can beat the device's peak. Mind the units: 1 TFLOP/s is 1,000 GFLOP/s.",
      holds: (rate, peak) => rate <= 1000 * peak * (1 + 1e-9),
    },
  ],
});
