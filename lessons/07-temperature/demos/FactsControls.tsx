"use client";

import { useRef } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import type { BoundControls } from "@/components/controls/useControls";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Slider } from "@/components/ui/Slider";
import { useEarlyChoice } from "@/components/ui/useEarlyTyping";
import { facts } from "../controls";
import { nucleus } from "../facts";
import type { LessonStrings } from "../strings";
import styles from "./Facts.module.css";

interface FactsControlsProps {
  bound: BoundControls<typeof facts.controls>;
  words: LessonStrings;
}

/** How many draws, from which seed, and with a filter or without; the temperature is the picture's axis. */
export function FactsControls({ bound: { values, initial, set, reset }, words }: FactsControlsProps) {
  const rule = useControlRule("seed");
  const { draws, seed } = facts.controls;
  return (
    <div className={styles.controls}>
      <FilterSwitch checked={values["top-p"]} words={words} onChange={(on) => set({ "top-p": on })} />
      <Slider
        {...draws}
        name="draws"
        value={values.draws}
        initial={initial.draws}
        onChange={(next) => set({ draws: Math.round(next) })}
      />
      <Slider
        {...seed}
        name="seed"
        value={values.seed}
        initial={initial.seed}
        onChange={(next) => set({ seed: Math.round(next) })}
      />
      <div className={demoStyles.buttons}>
        <Button
          variant="primary"
          disabled={rule !== "free"}
          onClick={() => set({ seed: (values.seed + 1) % (seed.max + 1) })}
        >
          {words.facts.again}
        </Button>
        <Button onClick={reset}>{words.facts.reset}</Button>
      </div>
    </div>
  );
}

interface FilterSwitchProps {
  checked: boolean;
  words: LessonStrings;
  onChange(on: boolean): void;
}

function FilterSwitch({ checked, words, onChange }: FilterSwitchProps) {
  const rule = useControlRule("top-p");
  const place = useRef<HTMLLabelElement>(null);
  useEarlyChoice(place, ([box]) => onChange(box.checked));
  if (rule === "hidden") return null;
  return (
    <label ref={place} className={styles.switch}>
      <input
        type="checkbox"
        name="top-p"
        checked={checked}
        disabled={rule === "locked"}
        onChange={(event) => onChange(event.target.checked)}
      />
      {words.facts.filter(nucleus)}
    </label>
  );
}
