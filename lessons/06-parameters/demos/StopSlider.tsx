"use client";

import { type CSSProperties, useId } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import rangeStyles from "@/components/ui/range.module.css";
import { nearest } from "../stops";
import styles from "./StopSlider.module.css";

interface StopSliderProps {
  name: string;
  label: string;
  stops: readonly number[];
  value: number;
  /** The value as it is printed. */
  text: string;
  hint?: string;
  onChange: (value: number) => void;
}

/** A slider over values many powers of ten apart. */
export function StopSlider({ name, label, stops, value, text, hint, onChange }: StopSliderProps) {
  const id = useId();
  const rule = useControlRule(name);
  const at = nearest(stops, value);
  if (rule === "hidden") return null;
  return (
    <div className={styles.slider} style={{ "--share": at / (stops.length - 1) } as CSSProperties}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{text}</output>
      <input
        id={id}
        className={rangeStyles.range}
        type="range"
        name={name}
        disabled={rule === "locked"}
        min={0}
        max={stops.length - 1}
        step={1}
        value={at}
        aria-valuetext={text}
        onChange={(event) => onChange(stops[Number(event.target.value)])}
      />
      {hint && <span className={styles.hint}>{hint}</span>}
    </div>
  );
}
