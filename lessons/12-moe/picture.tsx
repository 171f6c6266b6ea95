import { examples } from "./kinds";
import { moe } from "./served";
import { chosenBy, readRoutes } from "./view";

const [first, count, layer] = [1, 9, 1];
const view = await readRoutes(undefined, moe, examples.sums);
const [top, bottom] = [26, 106];
const tokenX = (i: number) => 24 + i * 24;
const expertX = (expert: number) => 22 + expert * 28;

/** The tokens of a sum, and the two experts that each is sent to in one layer; the thicker, the more they count. */
export default function Picture() {
  const tokens = view.pieces.slice(first, first + count);
  const ways = tokens.flatMap((_, i) =>
    chosenBy(view, layer, first + i).map(({ expert, weight }) => ({ i, expert, weight })),
  );
  return (
    <svg viewBox="0 0 240 132" aria-hidden="true">
      {ways.map(({ i, expert, weight }) => (
        <path
          key={`${i} ${expert}`}
          d={`M${tokenX(i)} ${top}C${tokenX(i)} 66 ${expertX(expert)} 66 ${expertX(expert)} ${bottom}`}
          fill="none"
          stroke="var(--cat-1)"
          strokeWidth={0.6 + 3.2 * weight}
          strokeOpacity={0.3 + 0.6 * weight}
        />
      ))}
      {tokens.map(({ text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text.
        <text key={i} x={tokenX(i)} y="19" textAnchor="middle" fontSize="11" fill="var(--ink)">
          {text.trim() || "↵"}
        </text>
      ))}
      {view.gates[layer][0].map((_, expert) => {
        const asked = ways.some((way) => way.expert === expert);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a box is its expert.
            key={expert}
            x={expertX(expert) - 10}
            y={bottom}
            width="20"
            height="16"
            rx="3"
            fill={asked ? "var(--cat-1)" : "none"}
            stroke={asked ? "none" : "var(--ink-3)"}
            strokeDasharray={asked ? undefined : "2 2"}
          />
        );
      })}
    </svg>
  );
}
