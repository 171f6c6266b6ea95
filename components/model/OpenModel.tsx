import type { ReactNode } from "react";
import styles from "./OpenModel.module.css";

/** A fold with the model's own code in it. */
export function OpenModel({ children }: { children: ReactNode }) {
  return (
    <details className={styles.fold} data-open-model="">
      <summary className={styles.summary}>
        <strong>Open the model</strong>
        <span className={styles.note}>
          the forward pass that this page runs, to read and to change: <code>lib/model/gpt.ts</code>
        </span>
      </summary>
      {children}
    </details>
  );
}
