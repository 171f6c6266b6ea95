import type { Target } from "@/lib/model/lora";

/** The model that the page trains, and the one with shipped adapters. */
export const models = { train: "story-1m", mix: "base" } as const;

/** What the matrices of a choice are called, and which they are. */
export const matrices: Record<string, readonly Target[]> = {
  qkv: ["attn.c_attn"],
  attention: ["attn.c_attn", "attn.c_proj"],
  mlp: ["mlp.c_fc", "mlp.c_proj"],
  all: ["attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj"],
};

export const rates = ["0.001", "0.003", "0.005", "0.01", "0.03"] as const;

/** A keeper's log: present tense, no people, the same turns again and again. Ours. */
export const logbook = [
  "Log of the light. Monday. Wind from the north. The sea is grey. The lamp is lit at six. Two ships go by. All is well.",
  "Log of the light. Tuesday. Wind from the west. The sea is high. The lamp is lit at five. No ships go by. All is well.",
  "Log of the light. Wednesday. No wind. The sea is flat. The lamp is lit at six. Three ships go by. All is well.",
  "Log of the light. Thursday. Wind from the south. The sea is green. The lamp is lit at seven. One ship goes by. All is well.",
  "Log of the light. Friday. Wind from the east. The sea is white. The lamp is lit at four. No ships go by. The glass is cold. All is well.",
  "Log of the light. Saturday. Rain. The sea is dark. The lamp is lit at three. One ship goes by, slow. All is well.",
  "Log of the light. Sunday. Wind from the north. The sea is grey. The lamp is lit at six. Two ships go by. All is well.",
].join("\n");

export const opening = {
  train: { prompt: "Once upon a time", strength: 1 },
  mix: { pirate: 1, telegram: 0, sorting: 0, prompt: "Once upon a time," },
};

/** Adapters shipped with base. */
export const shipped = ["pirate", "telegram", "sorting"] as const;
export type Shipped = (typeof shipped)[number];

/** Longest text that is learned from, and longest part of it that a loss is taken of, in tokens. */
export const limits = { learn: 4_000, measure: 192, written: 40 };
