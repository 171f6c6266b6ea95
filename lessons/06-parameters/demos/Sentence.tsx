"use client";

import { useSettled } from "@/components/ui/useSettled";
import styles from "./Demo.module.css";

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
