import { table } from "glassbox";
import { kvCache } from "../memory";
import { presetOf } from "../presets";

const gigabytes = (bytes: number) => Number((bytes / 1e9).toPrecision(3));
const rows = [];
for (const name of ["llama-7b", "mistral-7b", "llama-70b"] as const) {
  const { config } = presetOf(name);
  const everyHead = { ...config, kvHeads: config.heads }; // as if no heads shared keys and values
  rows.push({
    model: name,
    "key/value heads": `${config.kvHeads} of ${config.heads}`,
    "bytes a token": kvCache(config, 1),
    "GB at 4,096": gigabytes(kvCache(config, 4096)),
    "GB at 4,096, no sharing": gigabytes(kvCache(everyHead, 4096)),
  });
}
table(rows);
