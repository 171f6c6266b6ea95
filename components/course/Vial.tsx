import type { CSSProperties } from "react";
import styles from "./Vial.module.css";

/** A vial, filled from 0 to 1; stoppered once the lesson is done. The words beside it say the same. */
export function Vial({ level, done }: { level: number; done: boolean }) {
  return (
    <span
      className={styles.vial}
      style={{ "--level": level } as CSSProperties}
      data-done={done || undefined}
      aria-hidden="true"
    />
  );
}
