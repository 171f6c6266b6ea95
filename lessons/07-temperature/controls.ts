import { type ControlSpec, defineDemo } from "@/lib/controls/controls";
import { nucleus, temperatures } from "./facts";
import { opening, openingFacts, openingSeed, places } from "./presets";
import { neutral, type Settings } from "./settings";
import { stringsFor } from "./strings";

const words = stringsFor("en");

/** Range and step of every setting. `name` is what tests and links call it. */
export const ranges = {
  temperature: { name: "temperature", min: 0, max: 2, step: 0.05 },
  topK: { name: "top-k", min: 0, max: 100, step: 1 },
  topP: { name: "top-p", min: 0, max: 1, step: 0.01 },
  minP: { name: "min-p", min: 0, max: 0.5, step: 0.005 },
  repetition: { name: "repetition", min: 1, max: 2, step: 0.05 },
  presence: { name: "presence", min: -2, max: 2, step: 0.1 },
  frequency: { name: "frequency", min: -2, max: 2, step: 0.1 },
} as const satisfies Record<keyof Settings, { name: string; min: number; max: number; step: number }>;

type NumberSpec = Extract<ControlSpec, { kind: "number" }>;
type SettingName = (typeof ranges)[keyof Settings]["name"];
type SettingControls<Prefix extends string = ""> = Record<`${Prefix}${SettingName}`, NumberSpec>;

const keys = Object.keys(ranges) as (keyof Settings)[];
const prompt = { kind: "text", label: words.prompt.label, maxLength: 2_000, initial: "" } as const;

/** One control for each setting; `prefix` tells apart the two sides of a comparison. */
function settingControls<Prefix extends string>(prefix: Prefix, initial: Settings): SettingControls<Prefix> {
  const controls = keys.map((key) => {
    const { name, ...range } = ranges[key];
    const { label } = words.sliders[key];
    const side = prefix.slice(0, 1).toUpperCase();
    return [
      prefix + name,
      { kind: "number", label: side ? `${side}: ${label}` : label, ...range, initial: initial[key] },
    ];
  });
  return Object.fromEntries(controls) as SettingControls<Prefix>;
}

/** Settings as the values of their controls, and back. */
export function toControls<Prefix extends string>(
  settings: Partial<Settings>,
  prefix: Prefix,
): Partial<Record<`${Prefix}${SettingName}`, number>> {
  const given = keys.filter((key) => settings[key] !== undefined);
  const entries = given.map((key) => [prefix + ranges[key].name, settings[key]]);
  return Object.fromEntries(entries) as Partial<Record<`${Prefix}${SettingName}`, number>>;
}

export function toSettings<Prefix extends string>(
  values: Readonly<Record<`${Prefix}${SettingName}`, number>>,
  prefix: Prefix,
): Settings {
  const entries = keys.map((key) => [key, values[`${prefix}${ranges[key].name}`]]);
  return Object.fromEntries(entries) as unknown as Settings;
}

export const sampler = defineDemo({
  id: "sampler",
  title: words.sampler.title,
  controls: {
    prompt,
    ...settingControls("", opening),
    seed: {
      kind: "number",
      label: words.sliders.seed.label,
      min: 0,
      max: 999,
      step: 1,
      initial: openingSeed,
    },
  },
});

/** Where the two sides of the comparison open. */
export const sides: readonly [Settings, Settings] = [
  { ...neutral, temperature: 0.7, topP: 0.9 },
  { ...neutral, temperature: 1.4 },
];

export const compare = defineDemo({
  id: "compare",
  title: words.compare.title,
  controls: { prompt, ...settingControls("a-", sides[0]), ...settingControls("b-", sides[1]) },
});

export const curve = defineDemo({
  id: "temperature-curve",
  title: words.curve.title,
  controls: {
    prompt,
    place: {
      kind: "number",
      label: words.curve.place(places),
      min: 0,
      max: places,
      step: 1,
      initial: places / 2,
    },
  },
});

export const facts = defineDemo({
  id: "facts",
  title: words.facts.title,
  controls: {
    temperature: {
      kind: "number",
      label: words.facts.temperature,
      min: 0,
      max: temperatures[temperatures.length - 1],
      step: temperatures[1],
      initial: openingFacts.temperature,
    },
    "top-p": { kind: "switch", label: words.facts.filter(nucleus), initial: false },
    draws: {
      kind: "number",
      label: words.facts.draws,
      min: 5,
      max: 500,
      step: 5,
      initial: openingFacts.draws,
    },
    seed: {
      kind: "number",
      label: words.sliders.seed.label,
      min: 0,
      max: 999,
      step: 1,
      initial: openingFacts.seed,
    },
  },
});

/** By the tag that shows them. */
export const demos = { Sampler: sampler, Compare: compare, TemperatureCurve: curve, Facts: facts };
