"use client";

import { useRef } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import { useEarlyChoice } from "@/components/ui/useEarlyTyping";
import styles from "./Toggles.module.css";

interface Option {
  value: string;
  name: string;
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
  const place = useRef<HTMLFieldSetElement>(null);
  useEarlyChoice(place, (inputs) =>
    onChange(inputs.filter(({ checked }) => checked).map(({ name }) => name)),
  );
  if (rule === "hidden") return null;
  return (
    <fieldset ref={place} className={styles.group} disabled={rule === "locked"}>
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
