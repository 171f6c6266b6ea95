"use client";

import { useId, useRef } from "react";
import { useEarlyChoice } from "@/components/ui/useEarlyTyping";
import styles from "./Choice.module.css";
import { useControlRule } from "./ControlRules";

interface ChoiceProps<Name extends string> {
  /** The control that it sets, as the lesson's `controls.ts` calls it. */
  name: string;
  legend: string;
  /** Nothing is chosen where this is none of the options. */
  value: NoInfer<Name> | undefined;
  /** What each is called. */
  options: Readonly<Record<Name, string>>;
  onChange: (value: NoInfer<Name>) => void;
  disabled?: boolean;
  /** Side by side, one below the other, or as one switch of several positions. */
  look?: "row" | "column" | "switch";
}

/** One of a few, with the arrow keys or a click. */
export function Choice<Name extends string>(props: ChoiceProps<Name>) {
  const { name, legend, value, options, onChange, disabled, look = "row" } = props;
  const group = useId();
  const rule = useControlRule(name);
  const place = useRef<HTMLFieldSetElement>(null);
  useEarlyChoice(place, (inputs) => {
    const chosen = inputs.find(({ checked }) => checked);
    if (chosen) onChange(chosen.value as Name);
  });
  if (rule === "hidden") return null;
  return (
    <fieldset
      ref={place}
      className={styles.choice}
      disabled={disabled || rule === "locked"}
      data-choice={name}
    >
      <legend>{legend}</legend>
      <div className={styles[look]}>
        {(Object.keys(options) as Name[]).map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={group}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
              className={look === "switch" ? "visually-hidden" : undefined}
            />
            {options[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
