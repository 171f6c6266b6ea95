"use client";

import { useId } from "react";
import { type PresetName, presetNames, presetOf } from "../presets";
import styles from "./Demo.module.css";

interface PresetPickerProps {
  label: string;
  value: PresetName;
  /** Shown as the choice where the design is no longer the preset's. */
  edited?: string;
  only?: readonly PresetName[];
  onChange: (name: PresetName) => void;
}

export function PresetPicker({ label, value, edited, only = presetNames, onChange }: PresetPickerProps) {
  const id = useId();
  return (
    <div className={styles.picker}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={edited ? "" : value}
        onChange={(event) => event.target.value && onChange(event.target.value as PresetName)}
      >
        {edited && <option value="">{edited}</option>}
        {only.map((name) => (
          <option key={name} value={name}>
            {presetOf(name).name}
          </option>
        ))}
      </select>
    </div>
  );
}
