import type { ReactNode } from "react";
import { toAnchor } from "./anchor";
import styles from "./Term.module.css";

/** A term where it is defined, once a lesson. `#term-logit` leads here. */
export function Term({ children }: { children: ReactNode }) {
  const id = typeof children === "string" ? toAnchor("term", children) : undefined;
  return (
    <dfn id={id} className={styles.term}>
      {children}
    </dfn>
  );
}
