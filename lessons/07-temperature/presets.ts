import { neutral, type Settings } from "./settings";

/** Where the sampler opens: warm enough to vary, with the tail cut off. */
export const opening: Settings = { ...neutral, temperature: 0.8, topP: 0.9 };

export const openingSeed = 7;

/** Starting points worth comparing, by name. */
export const presets = {
  greedy: { ...neutral, temperature: 0 },
  careful: { ...neutral, temperature: 0.7, topP: 0.9 },
  plain: neutral,
  wild: { ...neutral, temperature: 1.6, minP: 0.05 },
} satisfies Record<string, Settings>;

export type PresetName = keyof typeof presets;

export function sameSettings(a: Settings, b: Settings): boolean {
  return (Object.keys(neutral) as (keyof Settings)[]).every((key) => a[key] === b[key]);
}

/** Prompts whose entropy the curve shows beside the reader's own, from no doubt to many choices. */
export const comparedPrompts = ["Once upon a", "The capital of France is", "Her name was", "One day,"];

/** Stops of the curve's marker above 0; a whole number, so that the last one is exactly infinity. */
export const places = 80;

/** Where the facts open. The build draws exactly this. */
export const openingFacts = { temperature: 1, draws: 200, seed: 1 };
