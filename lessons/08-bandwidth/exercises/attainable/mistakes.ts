import type { Mistake } from "glassbox/exercise";
import type { attainable } from "./solution";

export const mistakes: Mistake<typeof attainable>[] = [
  {
    id: "counted-once",
    says: "A multiply-add is two operations, a multiplication and an addition: count 2 FLOP for each.",
    run: (peak, bandwidth, multiplyAdds, bytes) => Math.min(1000 * peak, (multiplyAdds / bytes) * bandwidth),
  },
  {
    id: "no-roof",
    says: "This is the slope alone. However much data arrives, the device never computes faster than its peak.",
    run: (_peak, bandwidth, multiplyAdds, bytes) => ((2 * multiplyAdds) / bytes) * bandwidth,
  },
  {
    id: "no-roof-counted-once",
    says: "Two things are missing: a multiply-add is 2 FLOP, and the peak is a roof above the slope.",
    run: (_peak, bandwidth, multiplyAdds, bytes) => (multiplyAdds / bytes) * bandwidth,
  },
  {
    id: "no-slope",
    says: "You returned the peak. A loop with few operations a byte waits for memory: the slope comes first.",
    run: (peak) => 1000 * peak,
  },
  {
    id: "maximum",
    says: "You took the larger of the two limits. Both must be kept, so the smaller one counts: min, not max.",
    run: (peak, bandwidth, multiplyAdds, bytes) =>
      Math.max(1000 * peak, ((2 * multiplyAdds) / bytes) * bandwidth),
  },
  {
    id: "intensity-upside-down",
    says: "Your intensity is bytes per FLOP. Arithmetic intensity is FLOP per byte: divide the operations by the bytes.",
    run: (peak, bandwidth, multiplyAdds, bytes) =>
      Math.min(1000 * peak, (bytes / (2 * multiplyAdds)) * bandwidth),
  },
  {
    id: "tera-as-giga",
    says: "The peak is in TFLOP/s, the answer in GFLOP/s: multiply the peak by 1,000 before you compare.",
    run: (peak, bandwidth, multiplyAdds, bytes) => Math.min(peak, ((2 * multiplyAdds) / bytes) * bandwidth),
  },
  {
    id: "answer-in-tera",
    says: "The right number in TFLOP/s: the answer is wanted in GFLOP/s.",
    run: (peak, bandwidth, multiplyAdds, bytes) =>
      Math.min(peak, (((2 * multiplyAdds) / bytes) * bandwidth) / 1000),
  },
  {
    id: "powers-of-two",
    says: "You took 1,024 for a thousand. Chip makers count in powers of ten: 1 TFLOP/s is 1,000 GFLOP/s.",
    run: (peak, bandwidth, multiplyAdds, bytes) =>
      Math.min(1024 * peak, ((2 * multiplyAdds) / bytes) * bandwidth),
  },
  {
    id: "bits",
    says: "You divided by bits: bandwidth and data are both in bytes here, so no factor of 8 belongs in.",
    run: (peak, bandwidth, multiplyAdds, bytes) =>
      Math.min(1000 * peak, ((2 * multiplyAdds) / (8 * bytes)) * bandwidth),
  },
  {
    id: "one-after-the-other",
    says: "You added the two times. Memory and arithmetic work side by side, so only the slower one counts.",
    run: (peak, bandwidth, multiplyAdds, bytes) =>
      (2 * multiplyAdds) / ((2 * multiplyAdds) / (1000 * peak) + bytes / bandwidth),
  },
];
