"use client";

import { type ComponentProps, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { useControls } from "@/components/controls/useControls";
import { Instrument } from "@/components/ui/Instrument";
import { Sentence } from "@/components/ui/Sentence";
import { usePaced } from "@/components/ui/usePaced";
import { sampler, toControls, toSettings } from "../controls";
import type { Settings } from "../settings";
import { stringsFor } from "../strings";
import { Controls } from "./Controls";
import { Picture } from "./Picture";
import { PromptBox } from "./PromptBox";
import styles from "./Sampler.module.css";
import { Status } from "./Status";
import { type DemoProps, useDemo } from "./useDemo";
import { useSampled } from "./useSampled";
import { useWriting } from "./useWriting";
import { WritingDesk } from "./Writing";

/** The lesson's main instrument: a prompt, what may come next, and every way to choose from it. */
export function Sampler(props: DemoProps) {
  const words = stringsFor(props.locale ?? "en");
  const bound = useControls(sampler, { id: props.id, opening: { prompt: props.prompt } });
  const { values, initial, set } = bound;
  const { seed } = values;
  const demo = useDemo(props, bound);
  const settings = useMemo(() => toSettings(values, ""), [values]);
  const setSettings = useCallback((by: Partial<Settings>) => set(toControls(by, "")), [set]);
  const setSeed = useCallback((next: number) => set({ seed: Math.round(next) }), [set]);
  const sampled = useSampled(demo.prediction, settings);
  const work = useWriting(demo.handle);
  const opening = useMemo(() => toSettings(initial, ""), [initial]);
  const order = useMemo(() => ({ prompt: demo.prompt, settings, seed }), [demo.prompt, settings, seed]);
  return (
    <Instrument
      id={props.id ?? sampler.id}
      bound={bound}
      title={words.sampler.title}
      provenance={demo.prediction.provenance}
      status={<Status demo={demo} words={words} passes={work.passes} />}
      data={{ ...demo.data, "data-forward-passes": demo.forwardPasses + work.passes }}
    >
      <div ref={demo.ref} className={styles.plate}>
        <PromptBox demo={demo} words={words} />
        <div className={styles.controls}>
          <Controls
            settings={settings}
            seed={seed}
            initial={opening}
            initialSeed={initial.seed}
            words={words}
            onSettings={setSettings}
            onSeed={setSeed}
          />
        </div>
        <div className={styles.picture}>
          <Picture demo={demo} sampled={sampled} words={words} />
          <Sentence className={styles.sentence}>{words.summary(sampled.summary)}</Sentence>
        </div>
        <div className={styles.writing}>
          <Desk order={order} work={work} words={words} onSeed={setSeed} onUse={demo.write} />
        </div>
      </div>
    </Instrument>
  );
}

/** The desk need not keep pace with a moving slider; what it starts must. */
function Desk({ order, ...props }: Omit<ComponentProps<typeof WritingDesk>, "newest">) {
  const newest = useRef(order);
  useLayoutEffect(() => {
    newest.current = order;
  }, [order]);
  return <WritingDesk {...props} order={usePaced(order)} newest={newest} />;
}
