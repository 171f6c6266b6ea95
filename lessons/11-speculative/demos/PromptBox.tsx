"use client";

import { useId } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import styles from "./PromptBox.module.css";

interface PromptBoxProps {
  label: string;
  value: string;
  note: string;
  /** The note is a warning. */
  warn?: boolean;
  onChange: (text: string) => void;
}

/** A text to go on from, and one line about it. */
export function PromptBox({ label, value, note, warn, onChange }: PromptBoxProps) {
  const id = useId();
  const rule = useControlRule("prompt");
  if (rule === "hidden") return null;
  return (
    <div className={styles.box}>
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-note`} className={warn ? styles.warn : styles.note}>
        {note}
      </span>
      <textarea
        id={id}
        name="prompt"
        rows={1}
        readOnly={rule === "locked"}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-note`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
