"use client";

import { useEffect, useMemo, useState } from "react";
import { useControls } from "@/components/controls/useControls";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { useSettled } from "@/components/ui/useSettled";
import { scale } from "../controls";
import { opening, widths } from "../presets";
import { uniform } from "../random";
import { type Experiment, experiment } from "../scale";
import { stringsFor } from "../strings";
import styles from "./Scale.module.css";
import { shade, style } from "./shade";
import { TwoLines } from "./TwoLines";

interface ScaleProps {
  /** One experiment for each of `widths`, at the opening seed. */
  prebuilt: Experiment[];
  id?: string;
  locale?: string;
}

const log2 = (value: number) => Math.log2(Math.max(value, 2 ** -14));
/** Place of a width on the axis, and of a power of two between two others. */
const xs = widths.map((_, i) => i / (widths.length - 1));
const between = (value: number, low: number, high: number) =>
  Math.min(1, Math.max(0, (log2(value) - log2(low)) / (log2(high) - log2(low))));

/** The 1/√d_k experiment: sixteen random keys, with the scale and without, at ten widths. */
export function Scale({ prebuilt, id, locale }: ScaleProps) {
  const words = stringsFor(locale ?? "en");
  const bound = useControls(scale, { id });
  const { seed } = bound.values;
  const index = widths.indexOf(Number(bound.values.d_k));
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const all = useMemo(
    () => (seed === opening.scale.seed ? prebuilt : widths.map((d_k) => experiment(d_k, uniform(seed)))),
    [seed, prebuilt],
  );
  const now = all[index];
  const sentence = words.scale.summary(now);
  const settled = useSettled(sentence);
  const chart = (
    caption: string,
    pick: (one: Experiment) => (number | undefined)[],
    low: number,
    high: number,
  ) => (
    <TwoLines
      caption={caption}
      xs={xs}
      at={index}
      lines={[0, 1].map((line) => all.map((one) => pick(one)[line]))}
      toY={(value) => between(value, low, high)}
      range={words.scale.axis(String(low), String(high))}
      values={pick(now).map((value) => (value === undefined ? undefined : words.scale.value(value)))}
    />
  );
  return (
    <Instrument
      id={id ?? scale.id}
      bound={bound}
      title={words.scale.title}
      provenance="simulated"
      status={`${words.scale.status}; ${words.scale.seed(seed)}`}
      data={{ "data-state": ready ? "live" : "prebuilt", "data-width": now.d_k, "data-seed": seed }}
    >
      <div className={styles.plate}>
        <p className={demoStyles.subhead}>{words.scale.rows}</p>
        <div className={styles.rows} aria-hidden="true">
          {(["plain", "scaled"] as const).map((kind) => (
            <figure key={kind} className={styles.row}>
              <div className={styles.bars}>
                {now.rows[kind].map((share, i) => (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its rank
                    key={i}
                    style={style({ "--part": share.toFixed(4), "--shade": shade(0.25 + 0.75 * share) })}
                  />
                ))}
              </div>
              <figcaption>{kind === "plain" ? words.scale.without : words.scale.with}</figcaption>
            </figure>
          ))}
        </div>
        <div className={styles.axis}>
          <label htmlFor="scale-width">
            {words.scale.slider} = <b>{now.d_k}</b>
          </label>
          <input
            id="scale-width"
            type="range"
            name="d_k"
            min={0}
            max={widths.length - 1}
            step={1}
            value={index}
            aria-valuetext={String(now.d_k)}
            disabled={bound.rules.locked.includes("d_k")}
            onChange={(event) => bound.set({ d_k: String(widths[Number(event.target.value)]) })}
          />
          <div className={styles.marks} aria-hidden="true">
            {widths.map((width, i) => (
              <span key={width} style={{ left: `${xs[i] * 100}%` }}>
                {width}
              </span>
            ))}
          </div>
        </div>
        <div className={styles.charts}>
          {chart(words.scale.variance, (one) => [one.variance, one.variance / one.d_k], 0.5, 1024)}
          {chart(words.scale.keys, (one) => [one.plain.keys, one.scaled.keys], 1, 16)}
          {chart(
            words.scale.gradient,
            (one) => [one.plain.typicalGradient, one.scaled.typicalGradient],
            0.0001,
            2,
          )}
        </div>
        <ul className={styles.legend} aria-hidden="true">
          <li data-line="0">{words.scale.legend.plain}</li>
          <li data-line="1">{words.scale.legend.scaled}</li>
        </ul>
        <p className={`${demoStyles.sentence} ${styles.sentence}`}>{sentence}</p>
        <p className="visually-hidden" aria-live="polite">
          {settled}
        </p>
        <div className={demoStyles.buttons}>
          <Button
            disabled={bound.rules.locked.includes("seed")}
            onClick={() => bound.set({ seed: seed + 1 })}
          >
            {words.scale.again}
          </Button>
        </div>
      </div>
    </Instrument>
  );
}
