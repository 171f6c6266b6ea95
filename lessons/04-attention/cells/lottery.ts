import { softmax } from "../matrix";
import { normal, uniform } from "../random";
import { dot, mean } from "../scale";

/** Size of ∂softmax(scale·K·q)/∂q: how far a nudge of the query moves the 16 weights. */
function gradient(q: number[], keys: number[][], scale: number): number {
  const p = softmax(keys.map((k) => scale * dot(q, k))); // [16]
  const center = q.map((_, i) => keys.reduce((sum, k, j) => sum + p[j] * k[i], 0)); // [d_k]
  return Math.hypot(...keys.flatMap((k, j) => k.map((x, i) => p[j] * scale * (x - center[i]))));
}

const luck = [];
for (const d_k of [8, 32, 128, 512])
  for (const scaled of [false, true]) {
    const random = uniform(4);
    const draw = () => Array.from({ length: d_k }, () => normal(random)); // [d_k]
    const keys = () => Array.from({ length: 16 }, draw); // [16, d_k]
    const scale = scaled ? 1 / Math.sqrt(d_k) : 1;
    const sizes = Array.from({ length: 101 }, () => gradient(draw(), keys(), scale)).sort((a, b) => a - b);
    luck.push({ d_k, scaled, median: sizes[50], mean: mean(sizes), largest: sizes[100] });
  }
table(luck);
