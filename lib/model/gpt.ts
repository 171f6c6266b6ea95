/**
 * The open forward pass: a GPT-2-style Transformer on one sequence of tokens.
 *
 * This is the code the page runs; `training/gpt.py` is its twin in JAX, and a test holds the two together.
 * Shapes: T tokens, N ≥ T places in the key/value cache, d model width, H heads, d_head = d / H, L layers,
 * V vocabulary. Source: Radford et al. 2019 (GPT-2); tensor names are those of Hugging Face's GPT-2.
 */
import { nn, np, type Tensor } from "./arrays";

export interface Config {
  n_layer: number;
  n_head: number;
  d_model: number;
  d_ff: number;
  n_vocab: number;
  /** Longest input, in tokens. */
  n_ctx: number;
  layer_norm_eps: number;
}

/** Every weight by its name, e.g. `h.0.attn.c_attn.weight` [d, 3d]. */
export type Params = Record<string, Tensor>;

/** Keys and values of the tokens read so far, one pair a layer. */
export type Cache = { k: Tensor; v: Tensor }[]; // k, v: [H, N, d_head]

/** How much of each part's output is let through: all 1 as trained, 0 where a part is cut out. */
export interface Gates {
  heads: Tensor; // [L, H]
  parts: Tensor; // [L, 2]: what attention adds, what the MLP adds
}

export interface Output {
  logits: Tensor; // [T, V]
  attention: Tensor[]; // L × [H, T, N]
  residual: Tensor[]; // (L + 1) × [T, d]: what enters each layer, and what leaves the last
  cache: Cache;
}

/**
 * Reads `tokens`, the first of which stands at `position` of the text. Without a cache, N = T and position
 * is 0; with one, the cache holds everything before, and what it holds from there on is written over.
 */
export function forward(
  params: Params,
  tokens: Tensor, // [T], int32
  position: Tensor, // [], int32
  gates: Gates,
  config: Config,
  cache?: Cache,
): Output {
  const [T] = tokens.shape;
  const positions = np.add(np.arange(T), position); // [T]
  let x = np.add(np.take(params["wte.weight"], tokens, 0), np.take(params["wpe.weight"], positions, 0)); // [T, d]
  const output: Omit<Output, "logits"> = { attention: [], residual: [x], cache: [] };
  const heads = np.split(gates.heads, config.n_layer, 0); // L × [1, H]
  const parts = np.split(gates.parts, config.n_layer, 0); // L × [1, 2]
  for (let layer = 0; layer < config.n_layer; layer++) {
    const gate = { heads: heads[layer], parts: parts[layer] };
    const step = block(x, under(params, `h.${layer}.`), position, gate, config, cache?.[layer]);
    x = step.x;
    output.residual.push(x);
    output.attention.push(step.weights);
    output.cache.push(step.cache);
  }
  return { logits: unembed(x, params, config), ...output };
}

/** What the residual stream says comes next: its likeness to each token's embedding. */
export function unembed(x: Tensor, params: Params, config: Config): Tensor {
  const normed = layerNorm(x, under(params, "ln_f."), config); // [T, d]
  return np.matmul(normed, np.transpose(params["wte.weight"])); // [T, V]
}

/** One layer: attention and MLP each read a normalized copy and add to the residual stream. */
function block(
  x: Tensor, // [T, d]
  p: Params,
  position: Tensor, // []
  gate: Gates, // [1, H] and [1, 2]
  config: Config,
  past?: Cache[number],
) {
  const [attentionGate, mlpGate] = np.split(gate.parts, 2, 1); // [1, 1] each
  const normed = layerNorm(x, under(p, "ln_1."), config); // [T, d]
  const mixed = attention(normed, under(p, "attn."), position, gate.heads, config, past);
  x = np.add(x, np.multiply(mixed.out, attentionGate)); // [T, d]
  const thought = mlp(layerNorm(x, under(p, "ln_2."), config), under(p, "mlp.")); // [T, d]
  x = np.add(x, np.multiply(thought, mlpGate)); // [T, d]
  return { x, weights: mixed.weights, cache: mixed.cache };
}

/** Causal multi-head attention: softmax(q·kᵀ / √d_head)·v, each query seeing only keys at or before it. */
function attention(
  x: Tensor, // [T, d]
  p: Params,
  position: Tensor, // []
  gate: Tensor, // [1, H]
  config: Config,
  past?: Cache[number],
) {
  const [T, d] = x.shape;
  const d_head = d / config.n_head;
  const toHeads = (y: Tensor) => np.transpose(np.reshape(y, [T, config.n_head, d_head]), [1, 0, 2]);
  const [q, kNew, vNew] = np.split(linear(x, under(p, "c_attn.")), 3, -1).map(toHeads); // [H, T, d_head]
  const k = past ? write(past.k, kNew, position) : kNew; // [H, N, d_head]
  const v = past ? write(past.v, vNew, position) : vNew; // [H, N, d_head]

  const scores = np.divide(np.matmul(q, np.transpose(k, [0, 2, 1])), Math.sqrt(d_head)); // [H, T, N]
  const positions = np.reshape(np.add(np.arange(T), position), [T, 1]);
  const seen = np.lessEqual(np.arange(k.shape[1]), positions); // [T, N]
  const weights = nn.softmax(np.where(seen, scores, -Infinity), -1); // [H, T, N]
  const heads = np.multiply(np.matmul(weights, v), np.reshape(gate, [-1, 1, 1])); // [H, T, d_head]
  const joined = np.reshape(np.transpose(heads, [1, 0, 2]), [T, d]); // [T, d]
  return { out: linear(joined, under(p, "c_proj.")), weights, cache: { k, v } };
}

function mlp(x: Tensor, p: Params): Tensor {
  const hidden = nn.gelu(linear(x, under(p, "c_fc."))); // [T, d_ff], tanh approximation as in GPT-2
  return linear(hidden, under(p, "c_proj.")); // [T, d]
}

/** Each row to mean 0 and variance 1, then scaled and shifted. */
function layerNorm(x: Tensor, p: Params, config: Config): Tensor {
  const mean = np.mean(x, -1, { keepdims: true }); // [T, 1]
  const centered = np.subtract(x, mean); // [T, d]
  const variance = np.mean(np.square(centered), -1, { keepdims: true }); // [T, 1]
  const scaled = np.divide(centered, np.sqrt(np.add(variance, config.layer_norm_eps))); // [T, d]
  return np.add(np.multiply(scaled, p.weight), p.bias);
}

/** x·W + b; where an adapter lies beside W, x·A·B is added (Hu et al. 2021, LoRA). */
function linear(x: Tensor, p: Params): Tensor {
  const out = np.add(np.matmul(x, p.weight), p.bias); // [T, out]
  const [A, B] = [p["weight.lora_A"], p["weight.lora_B"]]; // [in, r], [r, out]
  return A ? np.add(out, np.matmul(np.matmul(x, A), B)) : out;
}

/** Puts T new rows into the cache, the first at `position`. */
function write(past: Tensor, rows: Tensor, position: Tensor): Tensor {
  const [T, N] = [rows.shape[1], past.shape[1]];
  const row = np.subtract(np.arange(N), position); // [N]: which of the rows belongs there, if one does
  const here = np.logicalAnd(np.greaterEqual(row, 0), np.less(row, T)); // [N]
  return np.where(np.reshape(here, [N, 1]), np.take(rows, np.clip(row, 0, T - 1), 1), past); // [H, N, d_head]
}

/** The tensors whose names start with `prefix`, without it. */
function under(params: Params, prefix: string): Params {
  const inside = Object.entries(params).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(inside.map(([name, tensor]) => [name.slice(prefix.length), tensor]));
}

/** What other networks share with this one (`moe.ts`), under one name: a cell's exports are names of the whole page. */
export const gptParts = { attention, mlp, layerNorm, under };
