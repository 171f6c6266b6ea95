"use client";

import { useCallback, useMemo } from "react";
import { useControls } from "@/components/controls/useControls";
import { MirrorBars } from "@/components/plot/MirrorBars";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Sentence } from "@/components/ui/Sentence";
import { axisEnd } from "@/lib/plot/scale";
import { compare, toControls, toSettings } from "../controls";
import { openingSeed } from "../presets";
import type { Settings } from "../settings";
import { stringsFor } from "../strings";
import { totalVariation } from "../summary";
import { Caption } from "./Caption";
import styles from "./Compare.module.css";
import { CompareWriting } from "./CompareWriting";
import { toMirror } from "./compare-rows";
import { PromptBox } from "./PromptBox";
import { SettingSlider } from "./SettingSlider";
import { Status } from "./Status";
import { type DemoProps, useDemo } from "./useDemo";
import { useSampled } from "./useSampled";
import { useWriting } from "./useWriting";

/** The same logits under two settings, side by side, and a text written with each. */
export function Compare(props: DemoProps) {
  const words = stringsFor(props.locale ?? "en");
  const bound = useControls(compare, { id: props.id, opening: { prompt: props.prompt } });
  const { values, initial, set } = bound;
  const demo = useDemo(props, bound);
  const a = useMemo(() => toSettings(values, "a-"), [values]);
  const b = useMemo(() => toSettings(values, "b-"), [values]);
  const setA = useCallback((by: Partial<Settings>) => set(toControls(by, "a-")), [set]);
  const setB = useCallback((by: Partial<Settings>) => set(toControls(by, "b-")), [set]);
  const left = useSampled(demo.prediction, a);
  const right = useSampled(demo.prediction, b);
  const works = [useWriting(demo.handle), useWriting(demo.handle)] as const;
  const { rows, rest, largest } = toMirror(left, right, demo.prediction.vocabulary, words);
  const sentence = words.compare.difference(
    left.summary,
    right.summary,
    totalVariation(left.found.after, right.found.after),
  );
  const sides = [
    { name: words.compare.names[0], settings: a, set: setA, initial: toSettings(initial, "a-") },
    { name: words.compare.names[1], settings: b, set: setB, initial: toSettings(initial, "b-") },
  ];
  return (
    <Instrument
      id={props.id ?? compare.id}
      bound={bound}
      title={words.compare.title}
      provenance={demo.prediction.provenance}
      status={<Status demo={demo} words={words} passes={works[0].passes + works[1].passes} brief />}
      data={{
        ...demo.data,
        "data-forward-passes": demo.forwardPasses + works[0].passes + works[1].passes,
      }}
    >
      <div ref={demo.ref} className={demoStyles.plate}>
        <PromptBox demo={demo} words={words} tiles={false} />
        <div className={styles.sides}>
          {sides.map(({ name, settings, set, initial }) => (
            <fieldset key={name} className={styles.side}>
              <legend>{name}</legend>
              {(["temperature", "topK", "topP", "minP"] as const).map((key) => (
                <SettingSlider
                  key={key}
                  name={key}
                  prefix={`${name.toLowerCase()}-`}
                  value={settings[key]}
                  initial={initial[key]}
                  words={words}
                  onChange={set}
                />
              ))}
            </fieldset>
          ))}
        </div>
        <div>
          <Caption demo={demo} words={words} />
          <div className={demo.stale && demoStyles.stale}>
            <MirrorBars
              label={words.compare.bars}
              names={words.compare.names}
              rows={rows}
              rest={rest}
              end={axisEnd(largest)}
            />
          </div>
        </div>
        <Sentence>{sentence}</Sentence>
        <CompareWriting
          orders={[a, b].map((settings) => ({ prompt: demo.prompt, settings, seed: openingSeed }))}
          works={works}
          words={words}
        />
      </div>
    </Instrument>
  );
}
