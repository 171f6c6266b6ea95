"use client";

import type { DemoTask } from "@/lib/assignment/assignment";
import type { ControlSpec, ControlValue } from "@/lib/controls/controls";
import type { AssignmentStrings } from "../strings";
import styles from "./PresetEditor.module.css";

type Preset = NonNullable<DemoTask["preset"]>;

/** `open`: nothing is said about the control. */
type Mode = "open" | "preset" | "locked" | "hidden";

const none: Preset = { values: {}, locked: [], hidden: [] };

interface PresetEditorProps {
  controls: Record<string, ControlSpec>;
  preset?: Preset;
  words: AssignmentStrings;
  onPreset(preset: Preset | undefined): void;
}

/** One row for each control of a demo: where it stands, and whether students may move or see it. */
export function PresetEditor({ controls, preset = none, words, onPreset }: PresetEditorProps) {
  const put = (name: string, mode: Mode, value: ControlValue) => {
    const { [name]: _, ...others } = preset.values;
    const without = (list: string[]) => list.filter((other) => other !== name);
    const next: Preset = {
      values: mode === "open" ? others : { ...others, [name]: value },
      locked: mode === "locked" ? [...without(preset.locked), name] : without(preset.locked),
      hidden: mode === "hidden" ? [...without(preset.hidden), name] : without(preset.hidden),
    };
    onPreset(Object.keys(next.values).length === 0 ? undefined : next);
  };
  return (
    <div className={styles.preset}>
      <p className={styles.hint}>{words.compose.settingsHint}</p>
      {Object.entries(controls).map(([name, spec]) => {
        const mode = modeOf(preset, name);
        const value = preset.values[name] ?? spec.initial;
        return (
          <div key={name} className={styles.row} data-control={name}>
            <span className={styles.label}>{spec.label}</span>
            <select
              aria-label={words.compose.mode(spec.label)}
              value={mode}
              onChange={(event) => put(name, event.target.value as Mode, value)}
            >
              {(["open", "preset", "locked", "hidden"] as const).map((one) => (
                <option key={one} value={one}>
                  {words.compose.modes[one]}
                </option>
              ))}
            </select>
            <ValueField
              label={words.compose.value(spec.label)}
              spec={spec}
              value={value}
              words={words}
              onValue={(next) => put(name, mode === "open" ? "preset" : mode, next)}
            />
          </div>
        );
      })}
    </div>
  );
}

function modeOf({ values, locked, hidden }: Preset, name: string): Mode {
  if (hidden.includes(name)) return "hidden";
  if (locked.includes(name)) return "locked";
  return Object.hasOwn(values, name) ? "preset" : "open";
}

interface ValueFieldProps {
  label: string;
  spec: ControlSpec;
  value: ControlValue;
  words: AssignmentStrings;
  onValue(value: ControlValue): void;
}

function ValueField({ label, spec, value, words, onValue }: ValueFieldProps) {
  switch (spec.kind) {
    case "number":
      return (
        <input
          type="number"
          aria-label={label}
          min={spec.min}
          max={spec.max}
          step="any"
          value={Number(value)}
          onChange={({ target }) => {
            if (Number.isFinite(target.valueAsNumber))
              onValue(Math.min(spec.max, Math.max(spec.min, target.valueAsNumber)));
          }}
        />
      );
    case "text":
      return (
        <input
          aria-label={label}
          maxLength={Math.min(1_000, spec.maxLength)}
          value={String(value)}
          onChange={(event) => onValue(event.target.value)}
        />
      );
    case "choice":
      return (
        <select aria-label={label} value={String(value)} onChange={(event) => onValue(event.target.value)}>
          {Object.entries(spec.options).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      );
    case "switch":
      return (
        <select
          aria-label={label}
          value={value ? "on" : "off"}
          onChange={(event) => onValue(event.target.value === "on")}
        >
          <option value="on">{words.compose.on}</option>
          <option value="off">{words.compose.off}</option>
        </select>
      );
  }
}
