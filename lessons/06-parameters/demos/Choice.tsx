"use client";

import { useId } from "react";
import styles from "./Choice.module.css";

interface ChoiceProps<Name extends string> {
  label: string;
  options: Record<Name, string>;
  value: Name;
  onChange: (value: Name) => void;
}

/** One of a few, side by side. */
export function Choice<Name extends string>({ label, options, value, onChange }: ChoiceProps<Name>) {
  const group = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div className={styles.options}>
        {(Object.keys(options) as Name[]).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name={group}
              value={name}
              checked={name === value}
              onChange={() => onChange(name)}
              className="visually-hidden"
            />
            {options[name]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
