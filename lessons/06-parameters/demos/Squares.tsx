"use client";

import { Choice } from "@/components/controls/Choice";
import { useControls } from "@/components/controls/useControls";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Sentence } from "@/components/ui/Sentence";
import { cutUp, squares as description } from "../controls";
import { type PresetName, presetOf } from "../presets";
import { blocksOf, type Step, steps, termsOf, upTo } from "../squares";
import { stringsFor } from "../strings";
import { BlockPicture } from "./BlockPicture";
import styles from "./Demo.module.css";
import { Ledger } from "./Ledger";
import { PresetPicker } from "./PresetPicker";
import { useReady } from "./useReady";

/** One layer, cut into squares H on a side: the derivation of 12H² + 13H, and what becomes of it elsewhere. */
export function Squares({ id = "squares", locale = "en" }: { id?: string; locale?: string }) {
  const words = stringsFor(locale);
  const bound = useControls(description, { id });
  const name = bound.values.model as PresetName;
  const step = bound.values.step as Step;
  const { name: title, config } = presetOf(name);
  const blocks = blocksOf(config);
  const counted = upTo(blocks, step);
  const terms = termsOf(counted);
  const sum = words.squares.sum(title, terms, config.width, config.layers, step === "norms");
  const mixture = config.experts > 1 && counted.some(({ part }) => part === "up");
  return (
    <Instrument
      id={id}
      bound={bound}
      title={words.squares.title}
      provenance="reference"
      status={words.squares.status}
      data={{
        "data-state": useReady(),
        "data-model": name,
        "data-step": step,
        "data-squares": terms.squares,
      }}
    >
      <div className={demoStyles.plate}>
        <div className={styles.row}>
          <PresetPicker
            name="model"
            label={words.preset}
            value={name}
            only={cutUp}
            onChange={(model) => bound.set({ model })}
          />
          <Choice
            look="switch"
            name="step"
            legend={words.squares.steps}
            options={words.squares.names}
            value={step}
            onChange={(to) => bound.set({ step: to })}
          />
        </div>
        <div className={styles.beside} data-wide={config.experts > 1 || undefined}>
          <BlockPicture
            blocks={blocks}
            counted={counted.map(({ part }) => part)}
            latest={steps[step]}
            width={config.width}
            terms={terms}
            words={words}
          />
          <Ledger config={config} step={step} words={words} />
        </div>
        <Sentence>{mixture ? `${sum} ${words.squares.used(termsOf(counted, "used"))}` : sum}</Sentence>
      </div>
    </Instrument>
  );
}
