import type { Config } from "./count";

const gpt2 = {
  gated: false,
  positions: 1024,
  vocabulary: 50257,
  tied: true,
  biases: "all",
  norm: "layer",
} as const;
const llama = { gated: true, positions: 0, tied: false, biases: "none", norm: "rms" } as const;
const dense = { experts: 1, active: 1 };

export interface Preset {
  name: string;
  config: Config;
  /** The model's published size, exact where its files or its makers give it; `active` for mixtures. */
  published: { total: number; active?: number };
  /** Tokens it was trained on, where published. */
  tokens?: number;
  /** Id of a source of en.mdx. */
  source: string;
}

/** Configurations as published (config.json of the weights, or the paper), smallest first. */
export const presets = {
  "story-1m": {
    name: "story-1m, on this page",
    config: {
      ...{ layers: 4, width: 128, heads: 4, kvHeads: 4, headSize: 32, ffn: 512, ...dense, ...gpt2 },
      ...{ vocabulary: 2048, positions: 256 },
    },
    published: { total: 1_088_256 },
    source: "story",
  },
  gpt2: {
    name: "GPT-2 small",
    config: { layers: 12, width: 768, heads: 12, kvHeads: 12, headSize: 64, ffn: 3072, ...dense, ...gpt2 },
    published: { total: 124_439_808 },
    source: "radford2019",
  },
  qwen: {
    name: "Qwen2.5-0.5B",
    config: {
      ...{ layers: 24, width: 896, heads: 14, kvHeads: 2, headSize: 64, ffn: 4864, ...dense, ...llama },
      ...{ vocabulary: 151_936, tied: true, biases: "qkv" },
    },
    published: { total: 494_032_768 },
    tokens: 18e12,
    source: "qwen2024",
  },
  "gpt2-xl": {
    name: "GPT-2 XL",
    config: { layers: 48, width: 1600, heads: 25, kvHeads: 25, headSize: 64, ffn: 6400, ...dense, ...gpt2 },
    published: { total: 1_557_611_200 },
    source: "radford2019",
  },
  dolly: {
    name: "dolly-v2-3b",
    config: {
      ...{ layers: 32, width: 2560, heads: 32, kvHeads: 32, headSize: 80, ffn: 10_240, ...dense, ...gpt2 },
      ...{ vocabulary: 50_280, positions: 0, tied: false },
    },
    published: { total: 2_775_086_080 },
    tokens: 300e9,
    source: "dolly2023",
  },
  "llama-7b": {
    name: "Llama-2-7B",
    config: {
      ...{ layers: 32, width: 4096, heads: 32, kvHeads: 32, headSize: 128, ffn: 11_008, ...dense, ...llama },
      vocabulary: 32_000,
    },
    published: { total: 6_738_415_616 },
    tokens: 2e12,
    source: "touvron2023b",
  },
  "mistral-7b": {
    name: "Mistral-7B",
    config: {
      ...{ layers: 32, width: 4096, heads: 32, kvHeads: 8, headSize: 128, ffn: 14_336, ...dense, ...llama },
      vocabulary: 32_000,
    },
    published: { total: 7_241_732_096 },
    source: "jiang2023",
  },
  "llama3-8b": {
    name: "Llama-3.1-8B",
    config: {
      ...{ layers: 32, width: 4096, heads: 32, kvHeads: 8, headSize: 128, ffn: 14_336, ...dense, ...llama },
      vocabulary: 128_256,
    },
    published: { total: 8_030_261_248 },
    tokens: 15e12,
    source: "llama2024",
  },
  gemma: {
    name: "Gemma 7B",
    config: {
      ...{ layers: 28, width: 3072, heads: 16, kvHeads: 16, headSize: 256, ffn: 24_576, ...dense, ...llama },
      ...{ vocabulary: 256_000, tied: true },
    },
    published: { total: 8_537_680_896 },
    tokens: 6e12,
    source: "gemma2024",
  },
  mixtral: {
    name: "Mixtral 8x7B",
    config: {
      ...{ layers: 32, width: 4096, heads: 32, kvHeads: 8, headSize: 128, ffn: 14_336, ...llama },
      ...{ vocabulary: 32_000, experts: 8, active: 2 },
    },
    published: { total: 46_702_792_704, active: 12_879_925_248 },
    source: "jiang2024",
  },
  "llama-70b": {
    name: "Llama-2-70B",
    config: {
      ...{ layers: 80, width: 8192, heads: 64, kvHeads: 8, headSize: 128, ffn: 28_672, ...dense, ...llama },
      vocabulary: 32_000,
    },
    published: { total: 68_976_648_192 },
    tokens: 2e12,
    source: "touvron2023b",
  },
  gpt3: {
    name: "GPT-3",
    config: {
      ...{ layers: 96, width: 12_288, heads: 96, kvHeads: 96, headSize: 128, ffn: 49_152, ...dense, ...gpt2 },
      positions: 2048,
    },
    published: { total: 174_600e6 },
    tokens: 300e9,
    source: "brown2020",
  },
} satisfies Record<string, Preset>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];
export const presetOf = (name: PresetName): Preset => presets[name];

/** Peak rate of dense 16-bit matrix products, operations a second, and memory: NVIDIA's data sheets. */
export const chips = {
  v100: { name: "V100", peak: 125e12, memory: 32e9 },
  rtx4090: { name: "RTX 4090", peak: 165.2e12, memory: 24e9 },
  a100: { name: "A100", peak: 312e12, memory: 80e9 },
  h100: { name: "H100 SXM", peak: 989.4e12, memory: 80e9 },
};
export type ChipName = keyof typeof chips;
