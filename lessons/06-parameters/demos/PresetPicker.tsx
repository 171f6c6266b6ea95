"use client";

import { useId, useRef } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import { useEarlyTyping } from "@/components/ui/useEarlyTyping";
import { type PresetName, presetNames, presetOf } from "../presets";
import styles from "./Demo.module.css";

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
  const id = useId();
  const rule = useControlRule(name);
  const list = useRef<HTMLSelectElement>(null);
  const shown = edited ? "" : value;
  useEarlyTyping(list, shown, (chosen) => chosen && onChange(chosen as PresetName));
  if (rule === "hidden") return null;
  return (
    <div className={styles.picker}>
      <label htmlFor={id}>{label}</label>
      <select
        ref={list}
        id={id}
        name={name}
        disabled={rule === "locked"}
        value={shown}
        onChange={(event) => event.target.value && onChange(event.target.value as PresetName)}
      >
        {edited && <option value="">{edited}</option>}
        {only.map((preset) => (
          <option key={preset} value={preset}>
            {presetOf(preset).name}
          </option>
        ))}
      </select>
    </div>
  );
}
