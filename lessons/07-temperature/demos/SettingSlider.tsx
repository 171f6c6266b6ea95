"use client";

import { memo } from "react";
import { Slider } from "@/components/ui/Slider";
import type { Settings } from "../settings";
import type { LessonStrings } from "../strings";

/** Range and step of every setting. `name` is what tests and links call it. */
const ranges: Record<keyof Settings, { name: string; min: number; max: number; step: number }> = {
  temperature: { name: "temperature", min: 0, max: 2, step: 0.05 },
  topK: { name: "top-k", min: 0, max: 100, step: 1 },
  topP: { name: "top-p", min: 0, max: 1, step: 0.01 },
  minP: { name: "min-p", min: 0, max: 0.5, step: 0.005 },
  repetition: { name: "repetition", min: 1, max: 2, step: 0.05 },
  presence: { name: "presence", min: -2, max: 2, step: 0.1 },
  frequency: { name: "frequency", min: -2, max: 2, step: 0.1 },
};

interface SettingSliderProps {
  name: keyof Settings;
  value: number;
  initial: number;
  words: LessonStrings;
  /** Goes before the slider's name where a page has several, e.g. `a-`. */
  prefix?: string;
  /** The same function from render to render, or memoizing is in vain. */
  onChange: (change: Partial<Settings>) => void;
}

/** Memoized: moving one slider draws one slider. */
export const SettingSlider = memo(function SettingSlider({
  name,
  value,
  initial,
  words,
  prefix = "",
  onChange,
}: SettingSliderProps) {
  const { name: slug, ...range } = ranges[name];
  return (
    <Slider
      {...range}
      {...words.sliders[name]}
      name={prefix + slug}
      value={value}
      initial={initial}
      onChange={(next) => onChange({ [name]: next })}
    />
  );
});
