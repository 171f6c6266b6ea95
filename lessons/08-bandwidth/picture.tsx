import { linePath } from "@/lib/plot/scale";
import { type Chip, chips } from "./chips";
import { decodeStep, prefill } from "./decode";
import { models } from "./models";
import { attainable, intensity, ridge } from "./roofline";
import { logPlace } from "./units";

const [left, right, bottom, top] = [0.3, 3000, 2e11, 2e15];
const [width, height] = [216, 104];
const half = { weight: 2, kv: 2 };
const toX = (at: number) => logPlace(at, left, right);
const toY = (rate: number) => logPlace(rate, bottom, top);

/** Three chips' roofs, and where a 7-billion-parameter model stands on the lowest when it writes and when it reads. */
export default function Picture() {
  const roofs = [chips.h100, chips.a100, chips.rtx4090].map(toRoof);
  const device = roofs[2];
  const works = [
    { name: "writing", ...decodeStep(models.llama7b, half, 1, 512) },
    { name: "reading", ...prefill(models.llama7b, half, 1, 512) },
  ].map((work) => ({ name: work.name, at: intensity(work) }));
  return (
    <svg viewBox="0 0 240 132" aria-hidden="true">
      <g transform="translate(14 8)">
        <path d={`M0 0V${height}H${width}`} fill="none" stroke="var(--ink-3)" strokeWidth="0.8" />
        {roofs.map((roof) => (
          <path
            key={roof.bandwidth}
            d={linePath(
              [left, ridge(roof), right].map((at) => ({ x: toX(at), y: toY(attainable(at, roof)) })),
              width,
              height,
            )}
            fill="none"
            stroke="var(--cat-3)"
            strokeWidth={roof === device ? 1.8 : 1}
            strokeOpacity={roof === device ? 1 : 0.5}
          />
        ))}
        {works.map(({ name, at }) => {
          const [x, y] = [toX(at) * width, (1 - toY(attainable(at, device))) * height];
          return (
            <g key={name}>
              <path
                d={`M${x} ${y}V${height}`}
                stroke="var(--cat-1)"
                strokeDasharray="2 2"
                strokeWidth="0.8"
              />
              <circle cx={x} cy={y} r="3.5" fill="var(--cat-1)" />
              <text x={x + 6} y={height - 6} fontSize="9" fill="var(--ink-2)">
                {name}
              </text>
            </g>
          );
        })}
        <text x={width} y={height + 14} textAnchor="end" fontSize="9" fill="var(--ink-2)">
          FLOP per byte →
        </text>
      </g>
    </svg>
  );
}

function toRoof({ peak, bandwidth }: Chip) {
  return { peak: peak ?? Number.POSITIVE_INFINITY, bandwidth };
}
