"use client";

import { useId, useRef } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import { LeaveOut } from "@/components/model/LeaveOut";
import { useEarlyTyping } from "@/components/ui/useEarlyTyping";
import styles from "./PromptBox.module.css";

interface PromptBoxProps {
  label: string;
  value: string;
  note: string;
  /** The note is a warning. */
  warn?: boolean;
  /** Why the text is not read, if it is not. */
  error?: Error;
  onChange: (text: string) => void;
}

/** A text to go on from, and one line about it. */
export function PromptBox({ label, value, note, warn, error, onChange }: PromptBoxProps) {
  const id = useId();
  const rule = useControlRule("prompt");
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
        name="prompt"
        rows={1}
        readOnly={rule === "locked"}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={`${id}-note`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <LeaveOut error={error} onText={rule === "locked" ? undefined : onChange} />
    </div>
  );
}
