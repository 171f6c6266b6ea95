"use client";

import { useId, useRef } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import { useEarlyTyping } from "@/components/ui/useEarlyTyping";
import styles from "./Demo.module.css";

interface PickerProps<Name extends string> {
  /** The control that it sets, as in `controls.ts`. */
  name: string;
  label: string;
  value: NoInfer<Name>;
  /** What each is called, by its value, in the order of the list. */
  options: readonly (readonly [Name, string])[];
  onChange: (value: Name) => void;
}

/** One of a list. */
export function Picker<Name extends string>({ name, label, value, options, onChange }: PickerProps<Name>) {
  const id = useId();
  const rule = useControlRule(name);
  const list = useRef<HTMLSelectElement>(null);
  useEarlyTyping(list, value, (chosen) => onChange(chosen as Name));
  if (rule === "hidden") return null;
  return (
    <div className={styles.picker}>
      <label htmlFor={id}>{label}</label>
      <select
        ref={list}
        id={id}
        name={name}
        disabled={rule === "locked"}
        value={value}
        onChange={(event) => onChange(event.target.value as Name)}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
