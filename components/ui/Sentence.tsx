"use client";

import demoStyles from "./demo.module.css";
import { usePaced } from "./usePaced";
import { useSettled } from "./useSettled";

interface SentenceProps {
  children: string;
  className?: string;
}

/** What a picture shows, in words; follows it at a pace that can be read, and is spoken once the controls stand still. */
export function Sentence({ children, className = "" }: SentenceProps) {
  const shown = usePaced(children);
  const settled = useSettled(shown);
  return (
    <>
      <p className={`${demoStyles.sentence} ${demoStyles.twoLines} ${className}`} aria-hidden="true">
        {shown}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {settled}
      </p>
    </>
  );
}
