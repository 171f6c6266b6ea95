import type { Config } from "./gpt";
import { isMoe } from "./networks";
import type { Experts } from "./protocol";

/**
 * The reader's choice of experts as the gates of `moe.ts`: `on` `[n_layer][n_expert]`, 0 where one is switched off, and
 * how many run per token. Throws a RangeError for what the model does not have.
 */
export function toExpertGates(config: Config, { perToken, off = [] }: Experts = {}) {
  if (!isMoe(config))
    throw new RangeError("This model has no experts to choose or to trace: it is no mixture of experts.");
  const { n_layer, n_expert, n_expert_per_token } = config;
  const count = perToken ?? n_expert_per_token;
  if (!isWhole(count, 1, n_expert))
    throw new RangeError(`experts.perToken is a whole number from 1 to ${n_expert}, not ${count}.`);
  const on = Array.from({ length: n_layer }, () => Array<number>(n_expert).fill(1));
  for (const [layer, expert] of off) {
    if (!isWhole(layer, 0, n_layer - 1) || !isWhole(expert, 0, n_expert - 1))
      throw new RangeError(
        `experts.off: there is no expert ${expert} in a layer ${layer}; layers are 0 to ${n_layer - 1}, experts 0 to ${n_expert - 1}.`,
      );
    on[layer][expert] = 0;
  }
  const empty = on.findIndex((layer) => !layer.includes(1));
  if (empty >= 0)
    throw new RangeError(
      `experts.off leaves layer ${empty} without an expert. Leave one on, or cut out its MLP with parts.`,
    );
  return { on, perToken: count };
}

function isWhole(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
