import type { ReactNode } from "react";
import styles from "./outputs.module.css";

/** A part that scrolls when it is too large, and that the keyboard can therefore reach. */
export function Scrollable({
  label,
  output,
  children,
}: {
  label: string;
  output?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls; a section would be a landmark
    <div
      role="group"
      className={styles.scroll}
      aria-label={label}
      data-output={output}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to reach it
      tabIndex={0}
    >
      {children}
    </div>
  );
}
