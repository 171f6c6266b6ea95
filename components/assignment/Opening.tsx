import type { ReactNode } from "react";
import styles from "./Opening.module.css";

/** How the instructors' pages begin. */
export function Opening({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className={styles.opening}>
      <h1>{title}</h1>
      <p>{children}</p>
    </header>
  );
}
