"use client";

import { useRef } from "react";
import { TextBox } from "@/components/controls/TextBox";
import { useControls } from "@/components/controls/useControls";
import { ModelStatus } from "@/components/model/ModelStatus";
import { useModel } from "@/components/model/useModel";
import { useNearViewport } from "@/components/model/useNearViewport";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Slider } from "@/components/ui/Slider";
import { useSettled } from "@/components/ui/useSettled";
import { mix } from "../controls";
import { models, shipped } from "../presets";
import { probes } from "../probes";
import { stringsFor } from "../strings";
import { type MixView, readMix, type Strengths } from "../view";
import styles from "./Demo.module.css";
import { LossBars } from "./LossBars";
import { useAnswer } from "./useAnswer";

interface MixProps {
  prebuilt: MixView;
  id?: string;
  locale?: string;
}

const none: Strengths = { pirate: 0, telegram: 0, sorting: 0 };

/** The adapters shipped with base, each at a strength of its own: what they write, and what they expect. */
export function Mix({ prebuilt, id, locale }: MixProps) {
  const words = stringsFor(locale ?? "en");
  const bound = useControls(mix, { id });
  const { values, set } = bound;
  const handle = useModel(models.mix);
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, handle.load);
  const model = handle.state.status === "ready" ? handle.state.model : undefined;
  const { pirate, telegram, sorting } = values;
  const strengths: Strengths = { pirate, telegram, sorting };
  const prompt = values["mix-prompt"];
  const keyOf = (mixed: Strengths, text: string) =>
    JSON.stringify([shipped.map((name) => mixed[name]), text]);
  const { answer, live, error, stale } = useAnswer(
    model,
    keyOf(strengths, prompt),
    (signal, asked) => readMix(signal, asked, strengths, prompt, probes),
    { key: keyOf(prebuilt.strengths, prebuilt.prompt), answer: prebuilt },
  );
  const view = answer ?? prebuilt;
  const sentence = words.mix.summary(view);
  const settled = useSettled(sentence);
  const failed = handle.state.status === "failed" || error !== undefined;

  return (
    <Instrument
      id={id ?? mix.id}
      bound={bound}
      title={words.mix.title}
      provenance={live ? "measured" : "reference"}
      status={
        <>
          {live && model ? words.status.measured(view.milliseconds, model.device) : words.status.reference}{" "}
          <ModelStatus handle={handle} />
        </>
      }
      data={{
        "data-state": failed ? "failed" : live && !stale ? "live" : model ? "loading" : "prebuilt",
        "data-strengths": shipped.map((name) => view.strengths[name]).join(" "),
      }}
      controls={
        <>
          {shipped.map((name) => (
            <Slider
              key={name}
              name={name}
              label={words.mix.names[name]}
              min={mix.controls[name].min}
              max={mix.controls[name].max}
              step={mix.controls[name].step}
              value={values[name]}
              initial={bound.initial[name]}
              onChange={(value) => set({ [name]: value })}
            />
          ))}
          <div className={demoStyles.actions}>
            <Button onClick={() => set(none)}>{words.mix.reset}</Button>
            <Button onClick={() => set({ ...none, pirate: 1 })}>{words.mix.presets.pirate}</Button>
            <Button onClick={() => set({ ...none, pirate: 1, telegram: 1 })}>{words.mix.presets.both}</Button>
            <Button onClick={() => set({ ...none, pirate: -1 })}>{words.mix.presets.minus}</Button>
          </div>
        </>
      }
    >
      <div ref={ref} className={demoStyles.plate}>
        <TextBox
          name="mix-prompt"
          label={words.mix.prompt}
          value={prompt}
          note={stale && model ? words.stale[stale] : undefined}
          warn
          onChange={(text) => set({ "mix-prompt": text })}
        />
        {error && (
          <p className={demoStyles.error} role="alert">
            {words.status.failed(error)}
          </p>
        )}
        <div className={`${styles.pair} ${stale ? demoStyles.stale : ""}`}>
          {(["before", "after"] as const).map((side) => (
            <div key={side}>
              <p className={demoStyles.subhead}>{side === "before" ? words.mix.without : words.mix.with}</p>
              <p data-written={side}>
                <span className={styles.prompt}>{view.prompt}</span>
                {view.written[side] || words.effect.empty}
              </p>
            </div>
          ))}
        </div>
        <div className={stale ? demoStyles.stale : ""}>
          <LossBars
            caption={words.mix.lossCaption}
            rows={view.losses.map(({ kind, before, after }) => ({
              name: words.mix.kinds[kind],
              before,
              after,
            }))}
          />
        </div>
        <p className={demoStyles.sentence}>{sentence}</p>
        <p className="visually-hidden" aria-live="polite">
          {live ? settled : ""}
        </p>
      </div>
    </Instrument>
  );
}
