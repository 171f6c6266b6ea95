"use client";

import demoStyles from "./demo.module.css";
import { useSettled } from "./useSettled";

/** What a picture shows, in words; spoken once the controls stand still. */
export function Sentence({ children }: { children: string }) {
  const settled = useSettled(children);
  return (
    <>
      <p className={`${demoStyles.sentence} ${demoStyles.twoLines}`} aria-hidden="true">
        {children}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {settled}
      </p>
    </>
  );
}
