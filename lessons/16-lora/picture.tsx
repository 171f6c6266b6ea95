import { servedAtBuild } from "@/lib/content/services";
import { matmul } from "./matrix";
import { models } from "./presets";
import { blockMeans } from "./thumbnail";

const name = "h.1.attn.c_proj.weight"; // [256, 256]
const pirate = await (await servedAtBuild(models.mix)).adapter(undefined, "pirate");
const sizes = (matrix: number[][]) => matrix.map((row) => row.map(Math.abs));
const [a, b] = ["lora_A", "lora_B"].map((which) => toRows(pirate.tensors[`${name}.${which}`])); // [256, 8], [8, 256]

function toRows({ data, shape: [n, m] }: { data: ArrayLike<number>; shape: readonly number[] }): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => data[i * m + j]));
}

const cells = 18;
const unit = 5.2;
const side = cells * unit;
const thin = 8 * unit;
const levels = [0.12, 0.3, 0.5, 0.7, 0.9];

/** One matrix of the pirate's adapter: A, B above the product that they make, all by the size of their entries. */
export default function Picture() {
  return (
    <svg viewBox="0 0 240 132" aria-hidden="true">
      {tiles({ values: blockMeans(sizes(a), cells, 8), x: 14, y: 26, color: "var(--cat-2)" })}
      {tiles({ values: blockMeans(sizes(b), 8, cells), x: 14 + thin + 8, y: 26, color: "var(--cat-3)" })}
      {tiles({
        values: blockMeans(sizes(matmul(a, b)), cells, cells),
        x: 226 - side * 0.78,
        y: 26,
        color: "var(--cat-1)",
        scale: 0.78,
      })}
      <g fontSize="9" fill="var(--ink-2)">
        <text x="14" y="20">
          A
        </text>
        <text x={14 + thin + 8} y="20">
          B
        </text>
        <text x={226 - side * 0.78} y="20">
          A·B
        </text>
      </g>
    </svg>
  );
}

interface TilesProps {
  values: number[][];
  x: number;
  y: number;
  color: string;
  scale?: number;
}

/** Squares, darker where entries are larger; one path for each of five tints. A plain call: previews know no components. */
function tiles({ values, x, y, color, scale = 1 }: TilesProps) {
  const largest = Math.max(...values.flat());
  const level = (value: number) => Math.min(levels.length - 1, Math.floor((levels.length * value) / largest));
  return (
    <g transform={`translate(${x} ${y}) scale(${unit * scale})`} fill={color}>
      {levels.map((opacity, i) => (
        <path
          key={opacity}
          fillOpacity={opacity}
          d={values
            .flatMap((row, r) => row.map((value, c) => (level(value) === i ? `M${c} ${r}h.9v.9h-.9z` : "")))
            .join("")}
        />
      ))}
    </g>
  );
}
