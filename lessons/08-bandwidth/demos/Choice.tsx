"use client";

import { useControlRule } from "@/components/controls/ControlRules";
import styles from "./Choice.module.css";

interface Option {
  value: string;
  name: string;
}

interface ChoiceProps {
  legend: string;
  name: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  /** Side by side, for short names. */
  row?: boolean;
}

/** One of a few, with the arrow keys or a click. */
export function Choice({ legend, name, value, options, onChange, row }: ChoiceProps) {
  const rule = useControlRule(name);
  if (rule === "hidden") return null;
  return (
    <fieldset className={styles.group} disabled={rule === "locked"}>
      <legend>{legend}</legend>
      <div className={row ? styles.row : styles.column}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface TogglesProps {
  legend: string;
  name: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Any of a few. */
export function Toggles({ legend, name, options, chosen, onChange }: TogglesProps) {
  const rule = useControlRule(name);
  if (rule === "hidden") return null;
  return (
    <fieldset className={styles.group} disabled={rule === "locked"}>
      <legend>{legend}</legend>
      <div className={styles.column}>
        {options.map(({ value, name }) => (
          <label key={value} className={styles.option}>
            <input
              type="checkbox"
              name={value}
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
