/** Which network a configuration describes: the dense one, or the mixture of experts. */
import type { Tensor } from "./arrays";
import type { Cache, Config, Params } from "./gpt";
import * as gpt from "./gpt";
import * as moe from "./moe";

/** Of either network: a mixture's gates say which experts may run. */
export type Gates = gpt.Gates & Partial<moe.Gates>;
export type Output = moe.Output;

export function isMoe(config: Config): config is moe.Config {
  return (config as Partial<moe.Config>).n_expert !== undefined;
}

/** The forward pass of either. A mixture needs gates of its experts; a dense network has no routers to tell of. */
export function forward(
  params: Params,
  tokens: Tensor, // [T], int32
  position: Tensor, // [], int32
  gates: Gates,
  config: Config,
  cache?: Cache,
): Output {
  return isMoe(config)
    ? moe.forward(params, tokens, position, gates as moe.Gates, config, cache)
    : { ...gpt.forward(params, tokens, position, gates, config, cache), router: [], gates: [] };
}
