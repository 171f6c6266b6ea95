"use client";

import { Checkbox } from "@/components/controls/Checkbox";
import { useControlRule } from "@/components/controls/ControlRules";
import type { BoundControls } from "@/components/controls/useControls";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Slider } from "@/components/ui/Slider";
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
      <Checkbox
        name="top-p"
        label={words.facts.filter(nucleus)}
        checked={values["top-p"]}
        onChange={(on) => set({ "top-p": on })}
      />
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
