import { largestGap, layerNorm, linear } from "../matrix";

const x = read.residual![layer]; // [T, 128], what enters the layer
const afterAttention = x.map((row, t) => row.map((value, i) => value + rebuilt.out[t][i])); // added

const get = (name: string) => story.weights(`h.${layer}.${name}`);
const normed = layerNorm(afterAttention, await get("ln_2.weight"), await get("ln_2.bias"));
const hidden = linear(normed, await get("mlp.c_fc.weight"), await get("mlp.c_fc.bias")); // [T, 512]
const gelu = (z: number) => 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z ** 3)));
const active = hidden.map((row) => row.map(gelu)); // [T, 512]
const mlp = linear(active, await get("mlp.c_proj.weight"), await get("mlp.c_proj.bias")); // [T, 128]

const leaves = afterAttention.map((row, t) => row.map((value, i) => value + mlp[t][i])); // [T, 128]
const gap = largestGap(leaves, read.residual![layer + 1]).toExponential(1);
display(`largest difference from what leaves the model's layer ${layer}: ${gap}`);
