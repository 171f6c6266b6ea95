"use client";

import { useId } from "react";
import { ResetButton } from "@/components/ui/ResetButton";
import { Slider } from "@/components/ui/Slider";
import { useReady } from "@/components/ui/useReady";
import type { InputControl } from "@/lib/notebook/control";
import type { InputValue } from "@/lib/notebook/notebook-state";
import styles from "./inputs.module.css";

interface ControlFieldProps {
  name: string;
  spec: InputControl;
  value: InputValue;
  /** What Reset returns to. */
  initial: InputValue;
  onChange(value: InputValue): void;
}

/** A labeled control with its value beside it and a way back to where it started. */
export function ControlField({ name, spec, value, initial, onChange }: ControlFieldProps) {
  const ready = useReady();
  return (
    <fieldset className={styles.field} disabled={!ready} data-input={name}>
      {spec.input === "slider" ? (
        <Slider {...spec} name={name} value={Number(value)} initial={Number(initial)} onChange={onChange} />
      ) : (
        <Row label={spec.label} value={value} initial={initial} onChange={onChange}>
          {(id) => <Widget id={id} name={name} spec={spec} value={value} onChange={onChange} />}
        </Row>
      )}
    </fieldset>
  );
}

interface RowProps {
  label: string;
  value: InputValue;
  initial: InputValue;
  onChange(value: InputValue): void;
  children(id: string): React.ReactNode;
}

function Row({ label, value, initial, onChange, children }: RowProps) {
  const id = useId();
  const reads = String(initial) || "empty";
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      <ResetButton label={label} to={reads} disabled={value === initial} onReset={() => onChange(initial)} />
    </div>
  );
}

interface WidgetProps {
  id: string;
  name: string;
  spec: Exclude<InputControl, { input: "slider" }>;
  value: InputValue;
  onChange(value: InputValue): void;
}

function Widget({ id, name, spec, value, onChange }: WidgetProps) {
  switch (spec.input) {
    case "checkbox":
      return (
        <input
          id={id}
          name={name}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case "select":
      return (
        <select
          id={id}
          name={name}
          className={styles.box}
          value={spec.options.indexOf(value)}
          onChange={(event) => onChange(spec.options[Number(event.target.value)])}
        >
          {spec.options.map((option, i) => (
            <option key={String(option)} value={i}>
              {String(option)}
            </option>
          ))}
        </select>
      );
    case "text":
      return (
        <input
          id={id}
          name={name}
          type="text"
          className={styles.box}
          value={String(value)}
          placeholder={spec.placeholder}
          maxLength={4_000}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
