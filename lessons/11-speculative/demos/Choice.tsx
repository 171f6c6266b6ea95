"use client";

import { useId } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import styles from "./Choice.module.css";

interface ChoiceProps {
  legend: string;
  /** The control that it sets, as `controls.ts` calls it. */
  name: string;
  value: string | undefined;
  options: Readonly<Record<string, string>>;
  onChange: (value: string) => void;
  /** One below the other, for long names. */
  column?: boolean;
}

/** One of a few, with the arrow keys or a click; none, where the value is none of them. */
export function Choice({ legend, name, value, options, onChange, column }: ChoiceProps) {
  const group = useId();
  const rule = useControlRule(name);
  if (rule === "hidden") return null;
  return (
    <fieldset className={styles.group} disabled={rule === "locked"} data-choice={name}>
      <legend>{legend}</legend>
      <div className={styles.options} data-column={column || undefined}>
        {Object.entries(options).map(([option, label]) => (
          <label key={option} className={styles.option}>
            <input
              type="radio"
              name={group}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
