"use client";

import { useId } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import styles from "./Choice.module.css";

interface ChoiceProps<Name extends string> {
  /** As in `controls.ts`. */
  name: string;
  label: string;
  options: Record<Name, string>;
  value: Name;
  onChange: (value: Name) => void;
}

/** One of a few, side by side. */
export function Choice<Name extends string>({ name, label, options, value, onChange }: ChoiceProps<Name>) {
  const group = useId();
  const rule = useControlRule(name);
  if (rule === "hidden") return null;
  return (
    <fieldset className={styles.choice} disabled={rule === "locked"}>
      <legend>{label}</legend>
      <div className={styles.options}>
        {(Object.keys(options) as Name[]).map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={group}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
              className="visually-hidden"
            />
            {options[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
