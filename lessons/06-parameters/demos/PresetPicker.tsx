"use client";

import { type PresetName, presetNames, presetOf } from "../presets";
import { Picker } from "./Picker";

interface PresetPickerProps {
  /** As in `controls.ts`. */
  name: string;
  label: string;
  value: PresetName;
  /** Shown as the choice where the design is no longer the preset's. */
  edited?: string;
  only?: readonly PresetName[];
  onChange: (name: PresetName) => void;
}

export function PresetPicker({
  name,
  label,
  value,
  edited,
  only = presetNames,
  onChange,
}: PresetPickerProps) {
  const presets = only.map((preset) => [preset, presetOf(preset).name] as const);
  return (
    <Picker<PresetName | "">
      name={name}
      label={label}
      value={edited ? "" : value}
      options={edited ? [["", edited], ...presets] : presets}
      onChange={(chosen) => chosen && onChange(chosen)}
    />
  );
}
