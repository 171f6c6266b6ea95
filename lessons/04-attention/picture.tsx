import { shade } from "./demos/shade";
import { toPaths } from "./demos/thumbnail";
import { heads } from "./measured";
import { opening } from "./presets";
import { toWeights } from "./view";

const [layer, head] = opening.heads.head;
const [side, left] = [124, 84];

/** The map of one head of story-1m on one sentence: queries down, keys across. */
export default function Picture() {
  const weights = toWeights(heads.dots[layer][head], heads.d_k);
  const cell = side / weights.length;
  return (
    <svg viewBox="0 0 240 132" aria-hidden="true">
      {heads.names.map((name, t) => (
        <text
          // biome-ignore lint/suspicious/noArrayIndexKey: a text may hold a token twice
          key={t}
          x={left - 7}
          y={4 + cell * (t + 0.74)}
          textAnchor="end"
          fontSize="8.6"
          fill="var(--ink-2)"
        >
          {t === 0 ? "·" : name.trim()}
        </text>
      ))}
      <g transform={`translate(${left} 4) scale(${cell})`}>
        {weights.map((_, t) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one row a token
          <rect key={t} x="0" y={t} width={t + 1} height="1" fill="var(--seq-low)" />
        ))}
        {toPaths(weights).map(({ part, path }) => (
          <path key={part} d={path} fill={shade(part)} />
        ))}
        {weights.map((_, t) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: one row a token
            key={t}
            d={`M0 ${t + 1}H${t + 1}V${t}`}
            fill="none"
            stroke="var(--glass-edge)"
            strokeWidth={0.5 / cell}
          />
        ))}
      </g>
    </svg>
  );
}
