"use client";

import { Slider } from "@/components/ui/Slider";
import type { ControlValues } from "@/lib/controls/controls";
import type { budget as description } from "../controls";
import { short } from "../numbers";
import { type ChipName, chips, type PresetName, presetOf } from "../presets";
import { decades, doublings } from "../stops";
import type { LessonStrings } from "../strings";
import { Picker } from "./Picker";
import { PresetPicker } from "./PresetPicker";
import { StopSlider } from "./StopSlider";

type BudgetValues = ControlValues<(typeof description)["controls"]>;

const stops = {
  context: doublings(128, 2 ** 20),
  batch: doublings(1, 1024),
  tokens: decades(1e6, 1e14),
  chips: doublings(1, 65_536),
};

interface BudgetControlsProps {
  values: BudgetValues;
  /** Training tokens, as set or as published. */
  tokens: number;
  words: LessonStrings;
  onChange: (patch: Partial<BudgetValues>) => void;
}

export function BudgetControls({ values, tokens, words, onChange }: BudgetControlsProps) {
  const { budget } = words;
  const name = values.model as PresetName;
  const published = presetOf(name).tokens;
  const slider = (key: keyof typeof stops, hint?: string, value = values[key]) => (
    <StopSlider
      name={key}
      label={budget[key]}
      stops={stops[key]}
      value={value}
      text={key === "tokens" ? short(value) : words.number(value)}
      hint={hint}
      onChange={(to) => onChange({ [key]: to })}
    />
  );
  return (
    <>
      <PresetPicker
        name="model"
        label={words.preset}
        value={name}
        onChange={(model) => onChange({ model, tokens: 0 })}
      />
      {slider("context")}
      {slider("batch")}
      {slider("tokens", published ? budget.publishedTokens(published) : budget.chinchilla, tokens)}
      <Picker
        name="chip"
        label={budget.chip}
        value={values.chip as ChipName}
        options={(Object.keys(chips) as ChipName[]).map((chip) => [chip, chips[chip].name])}
        onChange={(chip) => onChange({ chip })}
      />
      {slider("chips")}
      <Slider
        name="utilization"
        label={budget.utilization}
        min={0.05}
        max={1}
        step={0.05}
        value={values.utilization}
        initial={0.4}
        onChange={(utilization) => onChange({ utilization })}
      />
    </>
  );
}
