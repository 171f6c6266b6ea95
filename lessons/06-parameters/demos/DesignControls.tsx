"use client";

import { Choice } from "@/components/controls/Choice";
import { Slider } from "@/components/ui/Slider";
import type { Config } from "../count";
import { type NumberName, numbers } from "../design";
import type { PresetName } from "../presets";
import type { LessonStrings } from "../strings";
import styles from "./DesignControls.module.css";
import { PresetPicker } from "./PresetPicker";

interface DesignControlsProps {
  config: Config;
  initial: Config;
  preset: PresetName;
  own: boolean;
  words: LessonStrings;
  onPreset: (name: PresetName) => void;
  onChange: (by: Partial<Config>) => void;
}

/** Everything that decides how many parameters a model has. */
export function DesignControls(props: DesignControlsProps) {
  const { config, initial, words, onChange } = props;
  const { calculator } = words;
  const slider = (key: NumberName, max?: number) => (
    <Slider
      {...numbers[key]}
      max={max ?? numbers[key].max}
      label={calculator.sliders[key]}
      value={config[key]}
      initial={initial[key]}
      words={
        key === "positions"
          ? { 0: calculator.none.positions }
          : key === "experts"
            ? { 1: calculator.none.experts }
            : undefined
      }
      hint={key === "width" ? calculator.widthHint : undefined}
      onChange={(value) => onChange({ [key]: value })}
    />
  );
  return (
    <div className={styles.controls}>
      <PresetPicker
        name="model"
        label={words.preset}
        value={props.preset}
        edited={props.own ? words.edited : undefined}
        onChange={props.onPreset}
      />
      {slider("layers")}
      {slider("width")}
      {slider("heads")}
      {slider("kvHeads", Math.max(2, config.heads))}
      {slider("ffn")}
      {slider("vocabulary")}
      {slider("experts")}
      {config.experts > 1 && slider("active", config.experts)}
      <Choice
        look="switch"
        name="ffn-kind"
        legend={calculator.gated.label}
        options={calculator.gated.options}
        value={config.gated ? "gated" : "plain"}
        onChange={(value) => onChange({ gated: value === "gated" })}
      />
      <Choice
        look="switch"
        name="head"
        legend={calculator.tied.label}
        options={calculator.tied.options}
        value={config.tied ? "tied" : "untied"}
        onChange={(value) => onChange({ tied: value === "tied" })}
      />
      <details className={styles.more}>
        <summary>{calculator.more}</summary>
        <div className={styles.controls}>
          {slider("headSize")}
          {slider("positions")}
          <Choice
            look="switch"
            name="biases"
            legend={calculator.biases.label}
            options={calculator.biases.options}
            value={config.biases}
            onChange={(biases) => onChange({ biases })}
          />
          <Choice
            look="switch"
            name="norm"
            legend={calculator.norm.label}
            options={calculator.norm.options}
            value={config.norm}
            onChange={(norm) => onChange({ norm })}
          />
        </div>
      </details>
    </div>
  );
}
