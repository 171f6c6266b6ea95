"use client";

import { Button } from "@/components/ui/Button";
import { TooLong } from "@/lib/model/context";
import styles from "./LeaveOut.module.css";

interface LeaveOutProps {
  /** Why the newest text was not read, if it was not. */
  error: Error | undefined;
  /** Puts another text in its place; without it the reader may not change the text. */
  onText?: (text: string) => void;
}

/** Says that a text is too long, and leaves out its beginning when the reader agrees. Otherwise nothing. */
export function LeaveOut({ error, onText }: LeaveOutProps) {
  if (!(error instanceof TooLong)) return null;
  return (
    <p className={styles.note} role="alert">
      {error.message}{" "}
      {onText && (
        <Button onClick={() => onText(error.rest)}>
          Leave out the first{" "}
          {error.excess === 1 ? "token" : `${error.excess.toLocaleString("en-US")} tokens`}
        </Button>
      )}
    </p>
  );
}
