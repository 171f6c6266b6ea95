"use client";

import { TextBox } from "@/components/controls/TextBox";
import { useAnswer } from "@/components/model/useAnswer";
import demoStyles from "@/components/ui/demo.module.css";
import { Slider } from "@/components/ui/Slider";
import { useSettled } from "@/components/ui/useSettled";
import type { LanguageModel } from "@/lib/model/language-model";
import { train } from "../controls";
import { opening } from "../presets";
import type { TrainRun } from "../runs";
import type { LessonStrings } from "../strings";
import { readEffect } from "../view";
import styles from "./Demo.module.css";

interface EffectProps {
  model: LanguageModel | undefined;
  run: TrainRun | undefined;
  strength: number;
  prompt: string;
  /** A text of the base's own kind. */
  kept: string;
  words: LessonStrings;
  set(change: { strength?: number; prompt?: string }): void;
}

/** What the chosen adapter does, at any strength: text before and after, losses, and merged against beside. */
export function Effect({ model, run, strength, prompt, kept, words, set }: EffectProps) {
  const { effect } = words;
  const adapter = run?.adapter;
  const key = adapter && JSON.stringify([run.id, run.checks.length, strength, prompt]);
  const { answer, error, stale } = useAnswer(model, key, (signal, asked) =>
    readEffect(signal, asked, { adapter: adapter!, strength, prompt, own: run!.text, kept }),
  );
  const range = train.controls.strength;
  const losses =
    answer && effect.losses([answer.own.before, answer.own.after], [answer.kept.before, answer.kept.after]);
  const settled = useSettled(answer && !stale ? `${losses} ${answer.written.after}` : "");
  return (
    <section
      className={demoStyles.plate}
      aria-label={effect.heading}
      data-effect={key ? (stale ?? "live") : "none"}
    >
      <h4 className={styles.heading}>{effect.heading}</h4>
      <Slider
        name="strength"
        label={effect.strength}
        min={range.min}
        max={range.max}
        step={range.step}
        value={strength}
        initial={opening.train.strength}
        words={effect.strengthWords}
        onChange={(value) => set({ strength: value })}
      />
      <TextBox
        name="prompt"
        label={effect.prompt}
        value={prompt}
        onChange={(text) => set({ prompt: text })}
      />
      {!adapter && <p className={demoStyles.note}>{effect.nothing}</p>}
      {error && (
        <p className={demoStyles.error} role="alert">
          {words.status.failed(error.message)}
        </p>
      )}
      {adapter && !answer && !error && <p className={demoStyles.note}>{effect.pending}</p>}
      {adapter && answer && (
        <>
          <div className={`${styles.pair} ${stale ? demoStyles.stale : ""}`}>
            {(["before", "after"] as const).map((side) => (
              <div key={side}>
                <p className={demoStyles.subhead}>
                  {side === "before" ? effect.before : effect.after(strength)}
                </p>
                <p data-written={side}>
                  <span className={styles.prompt}>{prompt}</span>
                  {answer.written[side] || effect.empty}
                </p>
              </div>
            ))}
          </div>
          <p className={demoStyles.sentence}>{losses}</p>
          <p className={demoStyles.note} data-gap={answer.gap}>
            {effect.merged(answer.gap, answer.logits)}
          </p>
        </>
      )}
      <p className="visually-hidden" aria-live="polite">
        {settled}
      </p>
    </section>
  );
}
