import { count, ruleOfThumb } from "../count";
import { presetNames, presetOf } from "../presets";

const percent = (share: number) => Math.round(1000 * share) / 10;
const misses = presetNames.map((name) => {
  const { config } = presetOf(name);
  const { total } = count(config);
  // What the rule leaves out on purpose.
  const ends = count(config, ["embedding", "positions", "output"]).total;
  return {
    model: name,
    exact: total,
    "off by %": percent(ruleOfThumb(config) / total - 1),
    "embeddings %": percent(ends / total),
  };
});
table(misses);
bars(
  misses.map((row) => ({ label: row.model, value: row["off by %"] })),
  { title: "12·L·H² is off by, in percent" },
);
