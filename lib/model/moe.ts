/**
 * The open forward pass of a mixture of experts: `gpt.ts` with several MLPs a layer, of which each token is sent
 * to a few. `training/moe/network.py` is its twin in JAX, and a test holds the two together.
 *
 * Shapes as in `gpt.ts`; E experts, K of them per token. A router scores the experts from the normalized
 * residual stream; the K best run, and a softmax over their scores alone weighs what they return.
 * Sources: Shazeer et al. 2017; Jiang et al. 2024 (Mixtral, the softmax over the chosen).
 */
import { nn, np, type Tensor } from "./arrays";
import type * as gpt from "./gpt";
import { type Cache, gptParts, type Params, unembed } from "./gpt";

const { attention, mlp, layerNorm, under } = gptParts;

/** A dense model's shape, and the experts that stand in the place of its MLPs; `d_ff` is an expert's width. */
export interface Config extends gpt.Config {
  n_expert: number;
  /** K, unless the gates say otherwise. */
  n_expert_per_token: number;
}

/** What is let through, as in `gpt.ts`, and which experts may be chosen. */
export interface Gates extends gpt.Gates {
  experts: Tensor; // [L, E]: 1, or 0 where an expert is switched off; at least one a layer stays on
  perToken: Tensor; // [], int32: K
}

export interface Output extends gpt.Output {
  router: Tensor[]; // L × [T, E]: how probable the router finds every expert, switched off or not
  gates: Tensor[]; // L × [T, E]: what weighs each expert's output, 0 where it was not chosen; a row sums to 1
}

/** Reads `tokens` as `forward` of `gpt.ts` does. */
export function forward(
  params: Params,
  tokens: Tensor, // [T], int32
  position: Tensor, // [], int32
  gates: Gates,
  config: Config,
  cache?: Cache,
): Output {
  const positions = np.add(np.arange(tokens.shape[0]), position); // [T]
  let x = np.add(np.take(params["wte.weight"], tokens, 0), np.take(params["wpe.weight"], positions, 0)); // [T, d]
  const output: Omit<Output, "logits"> = { attention: [], residual: [x], cache: [], router: [], gates: [] };
  const [heads, parts, on] = [gates.heads, gates.parts, gates.experts].map((gate) =>
    np.split(gate, config.n_layer, 0),
  ); // L × [1, H], [1, 2], [1, E]
  for (let layer = 0; layer < config.n_layer; layer++) {
    const p = under(params, `h.${layer}.`);
    const [attentionGate, expertsGate] = np.split(parts[layer], 2, 1); // [1, 1] each
    const normed = layerNorm(x, under(p, "ln_1."), config); // [T, d]
    const mixed = attention(normed, under(p, "attn."), position, heads[layer], config, cache?.[layer]);
    x = np.add(x, np.multiply(mixed.out, attentionGate)); // [T, d]
    const asked = layerNorm(x, under(p, "ln_2."), config); // [T, d]
    const thought = experts(asked, under(p, "moe."), on[layer], gates.perToken);
    x = np.add(x, np.multiply(thought.out, expertsGate)); // [T, d]
    output.residual.push(x);
    output.attention.push(mixed.weights);
    output.cache.push(mixed.cache);
    output.router.push(thought.router);
    output.gates.push(thought.gates);
  }
  return { logits: unembed(x, params, config), ...output };
}

/**
 * What the chosen experts return, weighed and added. Every expert runs on every token here, and its gate is 0
 * where it was not chosen: the same sum as if tokens were gathered by expert, which is what saves time at scale.
 */
function experts(x: Tensor, p: Params, on: Tensor, perToken: Tensor) {
  const { gates, router } = route(x, p["router.weight"], on, perToken); // [T, E] each
  const out = np
    .split(gates, gates.shape[1], 1) // E × [T, 1]
    .map((gate, e) => np.multiply(mlp(x, under(p, `experts.${e}.`)), gate)) // E × [T, d]
    .reduce((sum, one) => np.add(sum, one));
  return { out, gates, router };
}

/**
 * The gates: a softmax over the K best scores of the experts that are on. An expert is among the K best when fewer
 * than K of the others score higher; counting them needs no sort, and K may change while the program stays.
 */
function route(x: Tensor, router: Tensor, on: Tensor, perToken: Tensor) {
  const scores = np.matmul(x, router); // [T, E]
  const [T, E] = scores.shape;
  const higher = np.greater(np.reshape(scores, [T, 1, E]), np.reshape(scores, [T, E, 1])); // [T, E, other]
  const rank = np.sum(np.where(higher, on, 0), -1); // [T, E]: how many that are on score higher
  const chosen = np.logicalAnd(np.less(rank, perToken), np.greater(on, 0)); // [T, E]
  const gates = nn.softmax(np.where(chosen, scores, -Infinity), -1); // [T, E]
  return { gates, router: nn.softmax(scores, -1) };
}
