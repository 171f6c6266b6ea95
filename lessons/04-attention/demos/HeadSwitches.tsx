"use client";

import { type KeyboardEvent, useState } from "react";
import { moveInGrid } from "@/components/notebook/outputs/heatmap";
import type { LessonStrings } from "../strings";
import type { HeadAddress } from "../view";
import styles from "./HeadSwitches.module.css";
import { style } from "./shade";
import type { Trial } from "./useTrial";

const sizes = [0, 1, 2, 3];

interface HeadSwitchesProps {
  /** The last trial: how much each head was missed fills its switch. */
  trial: Trial;
  isOff(head: HeadAddress): boolean;
  locked: boolean;
  words: LessonStrings;
  onToggle(head: HeadAddress): void;
}

/** A switch for every head, layers downward; arrow keys walk, Space switches. */
export function HeadSwitches({ trial, isOff, locked, words, onToggle }: HeadSwitchesProps) {
  const [at, setAt] = useState<HeadAddress>([0, 0]);
  const worst = Math.max(1e-9, ...trial.each.map(({ divergence }) => divergence));
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const next = moveInGrid(event.key, [...at] as [number, number], sizes.length, sizes.length);
    if (!next) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-switch="${next.join(".")}"]`)?.focus();
  };
  return (
    <fieldset className={styles.switches} disabled={locked} onKeyDown={onKeyDown}>
      <legend className="visually-hidden">{words.ablate.heads}</legend>
      {sizes.map((layer) => (
        <div key={layer} className={styles.layer}>
          <span aria-hidden="true">{words.ablate.layer(layer)}</span>
          {sizes.map((h) => {
            const head = [layer, h] as const;
            const off = isOff(head);
            const found = trial.each.find((one) => one.head[0] === layer && one.head[1] === h);
            return (
              <button
                key={h}
                type="button"
                data-switch={head.join(".")}
                aria-pressed={!off}
                aria-label={words.ablate.head(head, !off)}
                tabIndex={at[0] === layer && at[1] === h ? 0 : -1}
                className={styles.switch}
                style={style({ "--part": (found?.divergence ?? 0) / worst })}
                onFocus={() => setAt(head)}
                onClick={() => onToggle(head)}
              >
                {off ? "off" : h}
              </button>
            );
          })}
        </div>
      ))}
    </fieldset>
  );
}
