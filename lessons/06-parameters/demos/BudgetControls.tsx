"use client";

import { useId } from "react";
import { Slider } from "@/components/ui/Slider";
import { chinchillaTokens } from "../compute";
import { count } from "../count";
import { short } from "../numbers";
import { type ChipName, chips, type PresetName, presetOf } from "../presets";
import { decades, doublings } from "../stops";
import type { LessonStrings } from "../strings";
import styles from "./Demo.module.css";
import { PresetPicker } from "./PresetPicker";
import { StopSlider } from "./StopSlider";

export interface Plan {
  context: number;
  batch: number;
  tokens: number;
  chips: number;
  chip: ChipName;
  utilization: number;
}

/** Trained as published where that is known, else on 20 tokens a parameter. */
export function planFor(name: PresetName): Plan {
  const { config, tokens } = presetOf(name);
  return {
    ...{ context: 4096, batch: 1, chips: 64, chip: "a100", utilization: 0.4 },
    tokens: tokens ?? chinchillaTokens(count(config).active),
  };
}

const stops = {
  context: doublings(128, 2 ** 20),
  batch: doublings(1, 1024),
  tokens: decades(1e6, 1e14),
  chips: doublings(1, 65_536),
};

interface BudgetControlsProps {
  name: PresetName;
  plan: Plan;
  words: LessonStrings;
  onName: (name: PresetName) => void;
  onPlan: (plan: Plan) => void;
}

export function BudgetControls({ name, plan, words, onName, onPlan }: BudgetControlsProps) {
  const { budget } = words;
  const id = useId();
  const published = presetOf(name).tokens;
  const slider = (key: keyof typeof stops, hint?: string) => (
    <StopSlider
      name={key}
      label={budget[key]}
      stops={stops[key]}
      value={plan[key]}
      text={key === "tokens" ? short(plan[key]) : words.number(plan[key])}
      hint={hint}
      onChange={(value) => onPlan({ ...plan, [key]: value })}
    />
  );
  return (
    <>
      <PresetPicker label={words.preset} value={name} onChange={onName} />
      {slider("context")}
      {slider("batch")}
      {slider("tokens", published ? budget.publishedTokens(published) : budget.chinchilla)}
      <div className={styles.picker}>
        <label htmlFor={id}>{budget.chip}</label>
        <select
          id={id}
          value={plan.chip}
          onChange={(event) => onPlan({ ...plan, chip: event.target.value as ChipName })}
        >
          {(Object.keys(chips) as ChipName[]).map((chip) => (
            <option key={chip} value={chip}>
              {chips[chip].name}
            </option>
          ))}
        </select>
      </div>
      {slider("chips")}
      <Slider
        name="utilization"
        label={budget.utilization}
        min={0.05}
        max={1}
        step={0.05}
        value={plan.utilization}
        initial={0.4}
        onChange={(utilization) => onPlan({ ...plan, utilization })}
      />
    </>
  );
}
