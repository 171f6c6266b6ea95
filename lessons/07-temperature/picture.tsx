import { predictAtBuild } from "@/lib/content/prediction";
import { ranking, softmax } from "./sampling";

const temperatures = [0.5, 1, 2];
const shown = 9;
const [width, height, base] = [68, 92, 106];

/** One distribution of story-1m at three temperatures: the same tokens in the same order, other odds. */
export default async function Picture() {
  const { logits } = await predictAtBuild("story-1m", "Once upon a time, there was a little");
  const order = ranking(softmax(logits)).slice(0, shown);
  const bar = width / shown;
  const highest = softmax(logits, temperatures[0])[order[0]];
  return (
    <svg viewBox="0 0 240 132" aria-hidden="true">
      {temperatures.map((temperature, i) => {
        const probs = softmax(logits, temperature);
        const left = 8 + i * (width + 10);
        return (
          <g key={temperature} transform={`translate(${left} 0)`}>
            {order.map((id, rank) => {
              const tall = Math.max(1, (probs[id] / highest) * height);
              return (
                <rect
                  key={id}
                  x={rank * bar}
                  y={base - tall}
                  width={bar - 1.5}
                  height={tall}
                  rx="1"
                  fill={`color-mix(in oklab, var(--seq-high) ${(30 + 70 * probs[id]).toFixed(0)}%, var(--seq-low))`}
                />
              );
            })}
            <path d={`M0 ${base + 0.5}H${width}`} stroke="var(--ink-3)" strokeWidth="0.8" />
            <text x={width / 2} y={base + 15} textAnchor="middle" fontSize="10" fill="var(--ink-2)">
              T = {temperature}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
