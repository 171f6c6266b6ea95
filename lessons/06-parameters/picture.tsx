import type { Part } from "./count";
import { presetOf } from "./presets";
import { blocksOf, termsOf } from "./squares";

const unit = 28;
const rows: Part[][] = [["query", "key", "value", "projection"], ["up"], ["down"]];
const tops = [8, 46, 76];

/** One layer of GPT-3's kind, every matrix as squares H on a side. */
export default function Picture() {
  const blocks = blocksOf(presetOf("gpt3").config);
  const { squares } = termsOf(blocks);
  const pieces = rows.flatMap((parts, row) =>
    parts.flatMap((part, i) => {
      const block = blocks.find((found) => found.part === part);
      return Array.from({ length: block?.wide ?? 0 }, (_, j) => ({ part, row, column: i + j }));
    }),
  );
  return (
    <svg viewBox="0 0 240 132" aria-hidden="true">
      {pieces.map(({ part, row, column }) => (
        <rect
          key={`${part}${column}`}
          x={14 + column * (unit + 1)}
          y={tops[row]}
          width={unit}
          height={unit}
          fill={row === 0 ? "var(--cat-3)" : "var(--cat-1)"}
          fillOpacity={row === 0 ? 0.22 : 0.3}
          stroke={row === 0 ? "var(--cat-3)" : "var(--cat-1)"}
          strokeWidth="0.8"
        />
      ))}
      <g stroke="var(--ink-3)" strokeWidth="0.8">
        <path d="M14 116h28M14 113v6M42 113v6" fill="none" />
      </g>
      <text x="47" y="119" fontSize="9" fill="var(--ink-2)">
        H
      </text>
      <g fontSize="9" fill="var(--ink-2)">
        <text x="138" y="25">
          attention
        </text>
        <text x="138" y="78">
          feed-forward
        </text>
      </g>
      <text
        x="226"
        y="122"
        fontSize="21"
        textAnchor="end"
        fill="var(--ink)"
        style={{ fontFamily: "var(--font-serif-italic)", fontStyle: "italic" }}
      >
        {squares} H²
      </text>
    </svg>
  );
}
