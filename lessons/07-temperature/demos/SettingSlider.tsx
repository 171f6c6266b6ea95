"use client";

import { memo } from "react";
import { Slider } from "@/components/ui/Slider";
import { ranges } from "../controls";
import type { Settings } from "../settings";
import type { LessonStrings } from "../strings";

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
