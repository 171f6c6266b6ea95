"use client";

import { useId } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import demoStyles from "@/components/ui/demo.module.css";
import styles from "./Demo.module.css";

interface TextFieldProps {
  /** Of the control, for assignments. */
  name: string;
  label: string;
  value: string;
  rows: number;
  note?: string;
  warn?: boolean;
  onChange: (text: string) => void;
}

/** A text to read or to go on from, and one line about it. */
export function TextField({ name, label, value, rows, note, warn, onChange }: TextFieldProps) {
  const id = useId();
  const rule = useControlRule(name);
  if (rule === "hidden") return null;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        readOnly={rule === "locked"}
        spellCheck={false}
        value={value}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {note && (
        <span id={`${id}-note`} className={warn ? styles.warn : demoStyles.note}>
          {note}
        </span>
      )}
    </div>
  );
}
