import type { Shape } from "./decode";

/** Shapes from the published configurations of the models; lesson 06 counts such parameters. */
export interface Model extends Shape {
  name: string;
}

export const models = {
  story1m: { name: "story-1m", parameters: 1_088_256, layers: 4, kvHeads: 4, headWidth: 32 },
  mistral7b: { name: "Mistral 7B", parameters: 7_241_732_096, layers: 32, kvHeads: 8, headWidth: 128 },
  llama7b: { name: "Llama 2 7B", parameters: 6_738_415_616, layers: 32, kvHeads: 32, headWidth: 128 },
  codellama34b: {
    name: "Code Llama 34B",
    parameters: 33_743_970_304,
    layers: 48,
    kvHeads: 8,
    headWidth: 128,
  },
  llama70b: { name: "Llama 2 70B", parameters: 68_976_648_192, layers: 80, kvHeads: 8, headWidth: 128 },
} satisfies Record<string, Model>;

export type ModelName = keyof typeof models;
