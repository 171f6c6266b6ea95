import { kvCache } from "../memory";
import { presetOf } from "../presets";

const caches = (["llama-7b", "mistral-7b", "llama-70b"] as const).map((name) => {
  const { config } = presetOf(name);
  const everyHead = { ...config, kvHeads: config.heads }; // as if no heads shared keys and values
  return {
    model: name,
    "key/value heads": `${config.kvHeads} of ${config.heads}`,
    "bytes a token": kvCache(config, 1),
    "GB at 4,096": gigabytes(kvCache(config, 4096)),
    "GB at 4,096, no sharing": gigabytes(kvCache(everyHead, 4096)),
  };
});
table(caches);
