import { trainingCompute, trainingTime } from "../compute";
import { chips } from "../presets";

const N = 65.2e9; // LLaMA-65B
const D = 1.4e12; // tokens it read
const compute = trainingCompute(N, D); // 5.48e23 operations

const days = [1, 0.6, 0.5, 0.47, 0.4].map((utilization) => {
  const seconds = trainingTime(compute, chips.a100.peak, 2048, utilization);
  return { utilization, days: Number((seconds / 86_400).toFixed(1)) };
});
table(days); // the paper says about 21 days
