"use client";

import styles from "./Demo.module.css";
import { useSettled } from "./useSettled";

/** What a picture shows, in words; spoken once the controls stand still. */
export function Sentence({ children }: { children: string }) {
  const settled = useSettled(children);
  return (
    <>
      <p className={styles.sentence} aria-hidden="true">
        {children}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {settled}
      </p>
    </>
  );
}
