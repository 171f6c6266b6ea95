"use client";

import { Slider } from "@/components/ui/Slider";
import type { Config } from "../count";
import type { PresetName } from "../presets";
import type { LessonStrings } from "../strings";
import { Choice } from "./Choice";
import styles from "./DesignControls.module.css";
import { PresetPicker } from "./PresetPicker";

const ranges = {
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
};

interface DesignControlsProps {
  config: Config;
  initial: Config;
  preset: PresetName;
  own: boolean;
  words: LessonStrings;
  onPreset: (name: PresetName) => void;
  onWidth: (width: number) => void;
  onChange: (by: Partial<Config>) => void;
}

/** Everything that decides how many parameters a model has. */
export function DesignControls(props: DesignControlsProps) {
  const { config, initial, words, onChange } = props;
  const { calculator } = words;
  const slider = (key: keyof typeof ranges, max?: number) => (
    <Slider
      {...ranges[key]}
      max={max ?? ranges[key].max}
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
      onChange={(value) => (key === "width" ? props.onWidth(value) : onChange({ [key]: value }))}
    />
  );
  return (
    <div className={styles.controls}>
      <PresetPicker
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
        {...calculator.gated}
        value={config.gated ? "gated" : "plain"}
        onChange={(value) => onChange({ gated: value === "gated" })}
      />
      <Choice
        {...calculator.tied}
        value={config.tied ? "tied" : "untied"}
        onChange={(value) => onChange({ tied: value === "tied" })}
      />
      <details className={styles.more}>
        <summary>{calculator.more}</summary>
        <div className={styles.controls}>
          {slider("headSize")}
          {slider("positions")}
          <Choice {...calculator.biases} value={config.biases} onChange={(biases) => onChange({ biases })} />
          <Choice {...calculator.norm} value={config.norm} onChange={(norm) => onChange({ norm })} />
        </div>
      </details>
    </div>
  );
}
