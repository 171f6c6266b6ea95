"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/Button";
import styles from "./CopyField.module.css";
import type { AssignmentStrings } from "./strings";

interface CopyFieldProps {
  label: string;
  text: string;
  words: AssignmentStrings;
  /** A few characters, to be read by people. */
  short?: boolean;
}

/** A text to take along: selected by a click, copied by a button where the browser lets us. */
export function CopyField({ label, text, words, short }: CopyFieldProps) {
  const id = useId();
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ? words.handIn.copied : words.handIn.copyFailed);
  };
  return (
    <div className={styles.field} data-short={short || undefined}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.row}>
        <input id={id} readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
        <Button onClick={copy} aria-describedby={`${id}-said`}>
          {words.handIn.copy}
        </Button>
      </div>
      <span id={`${id}-said`} role="status" className={styles.said}>
        {copied}
      </span>
    </div>
  );
}
