import { trainingCompute, trainingTime } from "./compute";
import { count, type Part, ruleOfThumb } from "./count";
import { hold, kvCache, train } from "./memory";
import { bytes, short, signed } from "./numbers";
import { chips, type PresetName, presetOf } from "./presets";

/**
 * The figures of the prose: `<Value of="…"/>` prints what stands here, so prose and code cannot disagree.
 * `claims.test.ts` proves the sentences around them.
 */

const config = (name: PresetName) => presetOf(name).config;
export const totalOf = (name: PresetName) => count(config(name)).total;
const exact = (value: number) => value.toLocaleString("en-US");
const percent = (share: number, digits = 0) => `${(100 * share).toFixed(digits)}%`;

/** Share of a model's parameters in its token embedding, and in its output head where that is a matrix of its own. */
export function embeddingShare(name: PresetName): number {
  return count(config(name), ["embedding", "output"]).total / totalOf(name);
}

/** The parts of a layer that the prose asks to be ranked, the largest first. */
export const layerParts: [name: string, parts: Part[]][] = [
  ["the feed-forward network", ["gate", "up", "down"]],
  ["queries, keys and values", ["query", "key", "value"]],
  ["the attention output", ["projection"]],
  ["the LayerNorms", ["norms"]],
];

/** Share of a layer's parameters that some parts of it hold. */
export function layerShare(name: PresetName, parts: readonly Part[]): number {
  const all = layerParts.flatMap(([, some]) => some);
  return count(config(name), parts).total / count(config(name), all).total;
}

/** How far 12·L·H² is off, as a share of the exact count. */
export function ruleError(name: PresetName): number {
  return ruleOfThumb(config(name)) / totalOf(name) - 1;
}

/** Size of story-1m's weight file: int8 matrices, the rest fp32, and a header. */
export const storyFile = 1_142_464;

/** LLaMA-65B as its paper has it: tokens, chips, days. */
export const llama65 = { parameters: 65.2e9, tokens: 1.4e12, chips: 2048, days: 21 };

/** Share of their peak at which LLaMA-65B's chips must have worked. */
export function llamaUtilization(): number {
  const compute = trainingCompute(llama65.parameters, llama65.tokens);
  return trainingTime(compute, chips.a100.peak, llama65.chips, 1) / 86_400 / llama65.days;
}

/** Bytes of activations of GPT-3 for one text of s = 2,048: L·s·b·H·(34 + 5·a·s/H), Korthikanti et al. 2022, eq. 2. */
export function gpt3Activations(): number {
  const { layers, width, heads } = config("gpt3");
  const s = 2048;
  return layers * s * width * (34 + (5 * heads * s) / width);
}

const table: PresetName[] = [
  "story-1m",
  "gpt2",
  "dolly",
  "llama-7b",
  "mistral-7b",
  "llama-70b",
  "mixtral",
  "gpt3",
];

export const claims: Record<string, () => string> = {
  ...Object.fromEntries(
    table.flatMap((name) => [
      [`${name}:exact`, () => exact(totalOf(name))],
      [`${name}:rule`, () => exact(ruleOfThumb(config(name)))],
      [`${name}:error`, () => signed(ruleError(name))],
    ]),
  ),
  gpt2Embedding: () => percent(embeddingShare("gpt2")),
  llamaEmbedding: () => percent(embeddingShare("llama-7b"), 1),
  embeddingRows: () => exact(count(config("story-1m"), ["embedding"]).total),
  storyShare: () => percent(embeddingShare("story-1m"), 1),
  gpt2Ffn: () => percent(layerShare("gpt2", layerParts[0][1])),
  gpt2Attention: () => percent(layerShare("gpt2", [...layerParts[1][1], ...layerParts[2][1]])),
  gpt2Norms: () => percent(layerShare("gpt2", layerParts[3][1]), 2),
  dollyLayer: () => exact(12 * 2560 ** 2 + 13 * 2560),
  dollyEmbedding: () => exact(count(config("dolly"), ["embedding"]).total),
  dollyRuleOff: () => percent(-ruleError("dolly"), 1),
  tooWide: () => short(ruleOfThumb({ layers: 32, width: 7680 })),
  vectors: () => percent(13 / (12 * 2560 + 13), 2),
  gemmaExact: () => short(totalOf("gemma")),
  qwenEmbedding: () => percent(embeddingShare("qwen")),
  mixtralActive: () => exact(count(config("mixtral")).active),
  eightTimes: () => short(8 * totalOf("mistral-7b")),
  storyFile: () => exact(storyFile),
  llamaFp16: () => bytes(hold(totalOf("llama-7b"), "fp16")),
  llamaInt4: () => bytes(hold(totalOf("llama-7b"), "int4")),
  llamaTrain: () => bytes(train(totalOf("llama-7b"), "mixed")),
  mixtralFp16: () => bytes(hold(totalOf("mixtral"), "fp16")),
  cacheToken: () => bytes(kvCache(config("llama-70b"), 1)),
  cacheText: () => bytes(kvCache(config("llama-70b"), 4096)),
  cacheAllHeads: () => bytes(kvCache({ ...config("llama-70b"), kvHeads: 64 }, 4096)),
  activations: () => bytes(gpt3Activations()),
  gpt3Compute: () => (trainingCompute(totalOf("gpt3"), 300e9) / 1e23).toFixed(2),
  llamaUtilization: () => percent(llamaUtilization()),
};
