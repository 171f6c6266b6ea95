"use client";

import { useId, useRef } from "react";
import { LeaveOut } from "@/components/model/LeaveOut";
import { useEarlyTyping } from "@/components/ui/useEarlyTyping";
import { useControlRule } from "./ControlRules";
import styles from "./TextBox.module.css";

interface TextBoxProps {
  /** The control that it sets, as the lesson's `controls.ts` calls it. */
  name: string;
  label: string;
  value: string;
  note?: string;
  /** The note is a warning. */
  warn?: boolean;
  /** Lines to begin with, where the browser does not fit the box to its text. */
  rows?: number;
  /** Why the newest text was not read, if it was not. */
  error?: Error;
  onChange: (text: string) => void;
}

/** A text to read, and one line about it. */
export function TextBox({ name, label, value, note, warn, rows = 1, error, onChange }: TextBoxProps) {
  const id = useId();
  const rule = useControlRule(name);
  const field = useRef<HTMLTextAreaElement>(null);
  useEarlyTyping(field, value, onChange);
  if (rule === "hidden") return null;
  return (
    <div className={styles.box}>
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-note`} className={warn ? styles.warn : styles.note}>
        {note}
      </span>
      <textarea
        ref={field}
        id={id}
        name={name}
        rows={rows}
        readOnly={rule === "locked"}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-note`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className={styles.whole}>
        <LeaveOut error={error} onText={rule === "locked" ? undefined : onChange} />
      </div>
    </div>
  );
}
