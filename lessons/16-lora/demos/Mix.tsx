"use client";

import { TextBox } from "@/components/controls/TextBox";
import { useControls } from "@/components/controls/useControls";
import { LiveStatus } from "@/components/model/LiveStatus";
import { useLive } from "@/components/model/useLive";
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
  const { pirate, telegram, sorting } = values;
  const strengths: Strengths = { pirate, telegram, sorting };
  const prompt = values["mix-prompt"];
  const keyOf = (mixed: Strengths, text: string) =>
    JSON.stringify([shipped.map((name) => mixed[name]), text]);
  const live = useLive(
    models.mix,
    keyOf(strengths, prompt),
    { key: keyOf(prebuilt.strengths, prebuilt.prompt), view: prebuilt },
    (signal, model) => readMix(signal, model, strengths, prompt, probes),
  );
  const { view, stale } = live;
  const change = live.asking(set);
  const sentence = words.mix.summary(view);
  const settled = useSettled(sentence);

  return (
    <Instrument
      id={id ?? mix.id}
      bound={bound}
      title={words.mix.title}
      provenance={live.provenance}
      status={<LiveStatus live={live} words={words.status} />}
      data={{
        "data-state": live.state,
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
              onChange={(value) => change({ [name]: value })}
            />
          ))}
          <div className={demoStyles.actions}>
            <Button onClick={() => change(none)}>{words.mix.reset}</Button>
            <Button onClick={() => change({ ...none, pirate: 1 })}>{words.mix.presets.pirate}</Button>
            <Button onClick={() => change({ ...none, pirate: 1, telegram: 1 })}>
              {words.mix.presets.both}
            </Button>
            <Button onClick={() => change({ ...none, pirate: -1 })}>{words.mix.presets.minus}</Button>
          </div>
        </>
      }
    >
      <div ref={live.ref} className={demoStyles.plate}>
        <TextBox
          name="mix-prompt"
          label={words.mix.prompt}
          value={prompt}
          note={stale && words.stale[stale]}
          warn
          onChange={(text) => change({ "mix-prompt": text })}
        />
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
          {live.by ? settled : ""}
        </p>
      </div>
    </Instrument>
  );
}
