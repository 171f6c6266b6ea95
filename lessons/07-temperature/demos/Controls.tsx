"use client";

import { memo } from "react";
import { Button } from "@/components/ui/Button";
import { Slider } from "@/components/ui/Slider";
import { sampler } from "../controls";
import { type PresetName, presets, sameSettings } from "../presets";
import type { Settings } from "../settings";
import type { LessonStrings } from "../strings";
import styles from "./Controls.module.css";
import { SettingSlider } from "./SettingSlider";

interface ControlsProps {
  settings: Settings;
  seed: number;
  /** Where Reset leads. */
  initial: Settings;
  initialSeed: number;
  words: LessonStrings;
  /** Takes what changes, or all of a preset. */
  onSettings: (change: Partial<Settings>) => void;
  onSeed: (seed: number) => void;
}

/** Every control of the sampler: presets, the filters, then penalties and the seed. */
export function Controls(props: ControlsProps) {
  const { settings, seed, initial, initialSeed, words, onSettings, onSeed } = props;
  const slider = (name: keyof Settings) => (
    <SettingSlider
      name={name}
      value={settings[name]}
      initial={initial[name]}
      words={words}
      onChange={onSettings}
    />
  );
  return (
    <div className={styles.controls}>
      <Presets
        pressed={names.find((name) => sameSettings(settings, presets[name]))}
        words={words}
        onSettings={onSettings}
      />
      {slider("temperature")}
      {slider("topK")}
      {slider("topP")}
      {slider("minP")}
      <details className={styles.more}>
        <summary>{words.sampler.more}</summary>
        <div className={styles.inner}>
          {slider("repetition")}
          {slider("presence")}
          {slider("frequency")}
          <Slider
            {...sampler.controls.seed}
            name="seed"
            label={words.sliders.seed.label}
            value={seed}
            initial={initialSeed}
            onChange={onSeed}
          />
        </div>
      </details>
      <div>
        <Button
          disabled={sameSettings(settings, initial) && seed === initialSeed}
          onClick={() => {
            onSettings(initial);
            onSeed(initialSeed);
          }}
        >
          {words.sampler.reset}
        </Button>
      </div>
    </div>
  );
}

const names = Object.keys(presets) as PresetName[];

interface PresetsProps extends Pick<ControlsProps, "words" | "onSettings"> {
  pressed: PresetName | undefined;
}

/** Memoized: a moving slider leaves them as they are. */
const Presets = memo(function Presets({ pressed, words, onSettings }: PresetsProps) {
  return (
    <fieldset className={styles.presets}>
      <legend className="visually-hidden">{words.sampler.presets.label}</legend>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === pressed}
          onClick={() => onSettings(presets[name])}
        >
          {words.sampler.presets[name]}
        </button>
      ))}
    </fieldset>
  );
});
