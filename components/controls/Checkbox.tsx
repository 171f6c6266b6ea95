"use client";

import { useRef } from "react";
import { useEarlyChoice } from "@/components/ui/useEarlyTyping";
import styles from "./Checkbox.module.css";
import { useControlRule } from "./ControlRules";

interface CheckboxProps {
  /** The control that it sets, as the lesson's `controls.ts` calls it. */
  name: string;
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

/** Something that is or is not. */
export function Checkbox({ name, label, checked, onChange }: CheckboxProps) {
  const rule = useControlRule(name);
  const place = useRef<HTMLLabelElement>(null);
  useEarlyChoice(place, ([box]) => onChange(box.checked));
  if (rule === "hidden") return null;
  return (
    <label ref={place} className={styles.checkbox}>
      <input
        type="checkbox"
        name={name}
        checked={checked}
        disabled={rule === "locked"}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
