"use client";

import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { useControlRule } from "@/components/controls/ControlRules";
import { moveInGrid } from "@/components/notebook/outputs/heatmap";
import { shape } from "../presets";
import type { LessonStrings } from "../strings";
import type { Address } from "../view";
import styles from "./Switches.module.css";
import type { Trial } from "./useTrial";

interface ExpertGridProps {
  rises: Trial["rises"];
  off: readonly Address[];
  words: LessonStrings;
  onToggle(one: Address): void;
}

/** A switch for every expert, layers downward; arrow keys walk, Space switches. */
export function ExpertGrid({ rises, off, words, onToggle }: ExpertGridProps) {
  const [at, setAt] = useState<Address>([0, 0]);
  const rule = useControlRule("off");
  if (rule === "hidden") return null;
  const worst = Math.max(1e-9, ...rises.flat().map((rise) => rise ?? 0));
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const next = moveInGrid(event.key, [...at] as [number, number], shape.layers, shape.experts);
    if (!next) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-expert="${next.join(".")}"]`)?.focus();
  };
  return (
    <fieldset className={styles.grid} disabled={rule === "locked"} onKeyDown={onKeyDown} data-choice="off">
      <legend>{words.switches.grid}</legend>
      {rises.map((layer, l) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its layer.
        <div key={l} className={styles.layer}>
          <span aria-hidden="true">{words.layer(l)}</span>
          {layer.map((rise, e) => {
            const isOff = off.some((one) => one[0] === l && one[1] === e);
            const last = off.filter((one) => one[0] === l).length === shape.experts - 1 && !isOff;
            return (
              <button
                // biome-ignore lint/suspicious/noArrayIndexKey: a switch is its expert.
                key={e}
                type="button"
                className={styles.expert}
                data-expert={`${l}.${e}`}
                aria-pressed={!isOff}
                aria-disabled={last}
                aria-label={words.switches.button([l, e], !isOff, rise)}
                title={last ? words.switches.last : undefined}
                tabIndex={at[0] === l && at[1] === e ? 0 : -1}
                style={{ "--part": Math.max(0, rise ?? 0) / worst } as CSSProperties}
                onFocus={() => setAt([l, e])}
                onClick={() => !last && onToggle([l, e])}
              >
                {e}
              </button>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}
