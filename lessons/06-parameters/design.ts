import { change, withWidth } from "./adjust";
import type { Config } from "./count";
import { type PresetName, presetOf } from "./presets";

/** The numbers of a design, by the names of their controls; `min` to `max` is what a slider offers. */
export const numbers = {
  layers: { name: "layers", min: 1, max: 128, step: 1 },
  width: { name: "width", min: 64, max: 16_384, step: 64 },
  heads: { name: "heads", min: 1, max: 128, step: 1 },
  kvHeads: { name: "kv-heads", min: 1, max: 128, step: 1 },
  headSize: { name: "head-size", min: 8, max: 256, step: 8 },
  ffn: { name: "ffn", min: 64, max: 65_536, step: 64 },
  vocabulary: { name: "vocabulary", min: 1, max: 262_144, step: 1 },
  positions: { name: "positions", min: 0, max: 8192, step: 1 },
  experts: { name: "experts", min: 1, max: 64, step: 1 },
  active: { name: "active", min: 1, max: 64, step: 1 },
} as const;

export type NumberName = keyof typeof numbers;
export const numberNames = Object.keys(numbers) as NumberName[];

/** Below every value that means something: the control follows the preset. */
export const followed = (name: NumberName): number => numbers[name].min - 1;

/** What a design's controls hold: a preset, and what differs from it. */
export type DesignValues = Record<string, number | string | boolean>;

/** The preset, as wide as asked (heads and feed-forward grow along), then whatever else was set. */
export function toConfig(values: DesignValues): Config {
  const preset = presetOf(values.model as PresetName).config;
  const set = Object.fromEntries(
    numberNames.flatMap((name) => {
      const value = values[numbers[name].name];
      return value === followed(name) ? [] : [[name, value]];
    }),
  ) as Partial<Config>;
  const choices: Partial<Config> = {};
  if (values["ffn-kind"] !== FOLLOWED) choices.gated = values["ffn-kind"] === "gated";
  if (values.head !== FOLLOWED) choices.tied = values.head === "tied";
  if (values.biases !== FOLLOWED) choices.biases = values.biases as Config["biases"];
  if (values.norm !== FOLLOWED) choices.norm = values.norm as Config["norm"];
  return change(withWidth(preset, Math.round(set.width ?? preset.width)), { ...set, ...choices });
}

export const FOLLOWED = "model";

/** A change of the design as values of its controls; what comes out as the preset has it follows the preset again. */
export function toPatch(values: DesignValues, by: Partial<Config>): DesignValues {
  const preset = presetOf(values.model as PresetName).config;
  const width = by.width ?? toConfig(values).width;
  const plain = withWidth(preset, width);
  const patch: DesignValues = {};
  for (const name of numberNames)
    if (by[name] !== undefined) {
      const unchanged = Math.round(by[name]) === (name === "width" ? preset.width : plain[name]);
      patch[numbers[name].name] = unchanged ? followed(name) : Math.round(by[name]);
    }
  if (by.gated !== undefined) patch["ffn-kind"] = by.gated ? "gated" : "plain";
  if (by.tied !== undefined) patch.head = by.tied ? "tied" : "untied";
  if (by.biases !== undefined) patch.biases = by.biases;
  if (by.norm !== undefined) patch.norm = by.norm;
  return patch;
}

/** Another preset, with nothing set beside it. */
export function toPreset(model: PresetName): DesignValues {
  const following = Object.fromEntries(numberNames.map((name) => [numbers[name].name, followed(name)]));
  return { model, ...following, "ffn-kind": FOLLOWED, head: FOLLOWED, biases: FOLLOWED, norm: FOLLOWED };
}
