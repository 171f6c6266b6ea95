import type { ReactNode } from "react";
import styles from "./Aside.module.css";

/**
 * A definition or source in the margin; on a narrow page it folds under its paragraph. Write it inside the
 * paragraph, at its end. It is a `span`, because a paragraph may hold nothing larger.
 */
export function Aside({ children }: { children: ReactNode }) {
  return (
    <span role="note" className={styles.aside}>
      {children}
    </span>
  );
}
