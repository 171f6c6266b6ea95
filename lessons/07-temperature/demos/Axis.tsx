"use client";

import { useRef } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import { useEarlyMove } from "@/components/ui/useEarlyTyping";
import styles from "./Axis.module.css";

interface AxisProps {
  /** The control's name, for assignments. */
  control: string;
  /** The input's name, where it is to differ: names are unique on a page. */
  name?: string;
  label: string;
  /** What the place under the marker stands for. */
  valueText: string;
  max: number;
  step: number;
  value: number;
  /** Names under the axis, at shares of its length. */
  marks: readonly { at: number; text: string }[];
  onChange(value: number): void;
}

/** A slider that is the axis of the picture above it. */
export function Axis({ control, name, label, valueText, max, step, value, marks, onChange }: AxisProps) {
  const rule = useControlRule(control);
  const range = useRef<HTMLInputElement>(null);
  useEarlyMove(range, value, step, onChange);
  return (
    <div className={styles.axis}>
      {rule !== "hidden" && (
        <input
          ref={range}
          type="range"
          name={name ?? control}
          aria-label={label}
          aria-valuetext={valueText}
          min={0}
          max={max}
          step={step}
          value={value}
          disabled={rule === "locked"}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      )}
      <div className={styles.marks} aria-hidden="true">
        {marks.map(({ at, text }) => (
          <span key={text} style={{ left: `${at * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
      <p className={styles.note} aria-hidden="true">
        {label}
      </p>
    </div>
  );
}
