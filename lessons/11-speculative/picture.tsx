import { firstRun } from "./measured";

const [width, height, gap, lane] = [33, 13, 3, 17];
const shown = 7;

/** The first rounds that the pair writes: guesses kept and struck out, and the target's own token behind them. */
export default function Picture() {
  const rounds = firstRun.filter(({ drafted }) => drafted > 0).slice(0, shown);
  return (
    <svg viewBox="0 0 240 132" aria-hidden="true">
      {rounds.map(({ pieces, drafted }, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a round is its place in the text.
        <g key={row} transform={`translate(${120 - ((drafted + 1) * (width + gap)) / 2} ${8 + row * lane})`}>
          {Array.from({ length: drafted + 1 }, (_, i) => {
            const fate = pieces[i]?.fate;
            const own = fate === "corrected" || fate === "added";
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the round.
              <g key={i} transform={`translate(${i * (width + gap)} 0)`}>
                <rect
                  width={width}
                  height={height}
                  rx="2.5"
                  fill={fate === "accepted" ? "var(--cat-1)" : own ? "var(--cat-3)" : "none"}
                  stroke={fate === undefined ? "var(--line)" : fate === "rejected" ? "var(--cat-2)" : "none"}
                  strokeDasharray={fate === "rejected" ? undefined : "2 2"}
                />
                {fate === "rejected" && (
                  <path d={`M3 ${height / 2}H${width - 3}`} stroke="var(--cat-2)" strokeWidth="1.6" />
                )}
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}
