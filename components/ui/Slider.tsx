"use client";

import { type CSSProperties, memo, useId, useRef, useState } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import { ResetButton } from "./ResetButton";
import rangeStyles from "./range.module.css";
import styles from "./Slider.module.css";
import { useEarlyMove, useEarlyTyping } from "./useEarlyTyping";

export interface SliderProps {
  name: string;
  label: string;
  min: number;
  max: number;
  step: number;
  value: number;
  /** Value that Reset returns to. */
  initial: number;
  /** Shown instead of the number where it has a name of its own, e.g. 0 → "off". */
  words?: Record<number, string>;
  /** One short line under the label. */
  hint?: string;
  onChange: (value: number) => void;
}

/**
 * A labeled range with its value typed beside it and a way back to where it started. An assignment may lock or
 * hide it by its name.
 */
export const Slider = memo(function Slider(props: SliderProps) {
  const { name, label, min, max, step, value, initial, words, hint, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const rule = useControlRule(name);
  const range = useRef<HTMLInputElement>(null);
  const number = useRef<HTMLInputElement>(null);
  useEarlyMove(range, value, step, onChange);
  useEarlyTyping(number, String(value), (text) => {
    take(text);
    if (document.activeElement !== number.current) setTyped(undefined);
  });
  const share = (value - min) / (max - min);
  const word = words?.[value];

  function take(text: string) {
    setTyped(text);
    const number = Number(text);
    if (text.trim() !== "" && Number.isFinite(number)) onChange(Math.min(max, Math.max(min, number)));
  }

  if (rule === "hidden") return null;
  const locked = rule === "locked";
  return (
    <div className={styles.slider} data-locked={locked || undefined}>
      <div className={styles.head}>
        <label htmlFor={id}>
          {label}
          {word && <span className={styles.word}> {word}</span>}
          {locked && <span className={styles.word}> fixed by the assignment</span>}
        </label>
        <div>
          <input
            ref={number}
            className={styles.number}
            type="number"
            aria-label={`${label}, typed`}
            min={min}
            max={max}
            step={step}
            disabled={locked}
            value={typed ?? value}
            onChange={(event) => take(event.target.value)}
            onBlur={() => setTyped(undefined)}
          />
        </div>
        <ResetButton
          label={label}
          to={String(initial)}
          disabled={locked || value === initial}
          onReset={() => onChange(initial)}
        />
      </div>
      <input
        ref={range}
        id={id}
        className={rangeStyles.range}
        style={{ "--share": share } as CSSProperties}
        type="range"
        name={name}
        min={min}
        max={max}
        step={step}
        disabled={locked}
        value={value}
        aria-valuetext={word ? `${value}, ${word}` : String(value)}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      {hint && <span className={styles.hint}>{hint}</span>}
    </div>
  );
});
