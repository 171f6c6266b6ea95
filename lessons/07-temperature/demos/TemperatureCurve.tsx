"use client";

import { useId, useMemo } from "react";
import { useControls } from "@/components/controls/useControls";
import { Line, LineSwatch } from "@/components/plot/Line";
import { Tube } from "@/components/plot/Tube";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { fixed, percent } from "@/lib/plot/format";
import { fromShare, toShare } from "@/lib/plot/scale";
import { curve as description } from "../controls";
import { places } from "../presets";
import { ranking, softmax } from "../sampling";
import { stringsFor } from "../strings";
import { type EntropyCurve, shares, toCurvePoint } from "../summary";
import { Axis } from "./Axis";
import { Caption } from "./Caption";
import { PromptBox } from "./PromptBox";
import { Status } from "./Status";
import styles from "./TemperatureCurve.module.css";
import { type DemoProps, useDemo } from "./useDemo";

const marks = [0, 0.25, 0.5, 1, 2, 5, Number.POSITIVE_INFINITY];
const named = marks.map((mark) => ({
  at: toShare(mark),
  text: mark === Number.POSITIVE_INFINITY ? "∞" : String(mark),
}));

interface TemperatureCurveProps extends DemoProps {
  /** Other prompts' entropies, computed when the page was built. */
  others: readonly EntropyCurve[];
}

/** Entropy and certainty along the whole axis of temperature, from argmax to uniform. */
export function TemperatureCurve(props: TemperatureCurveProps) {
  const words = stringsFor(props.locale ?? "en");
  const bound = useControls(description, { id: props.id, opening: { prompt: props.prompt } });
  const demo = useDemo(props, bound);
  const { logits, vocabulary } = demo.prediction;
  const othersId = useId();
  const place = Math.round(bound.values.place);
  const share = shares[place];
  const temperature = fromShare(share);
  const highest = Math.log(logits.length);
  const curve = useMemo(() => shares.map((at) => toCurvePoint(logits, fromShare(at))), [logits]);
  const order = useMemo(() => ranking(logits).slice(0, 12), [logits]);
  const probs = useMemo(() => softmax(logits, temperature), [logits, temperature]);
  const point = toCurvePoint(logits, temperature);
  const nameOf = (id: number) => (id === 0 ? words.special.end : words.token(vocabulary[id]));
  const reading = words.curve.reading(temperature, point.entropy, point.top, nameOf(order[0]));
  const common = { ticks: marks.map(toShare) };
  return (
    <Instrument
      id={props.id ?? description.id}
      bound={bound}
      title={words.curve.title}
      provenance={demo.prediction.provenance}
      status={<Status demo={demo} words={words} brief />}
      data={demo.data}
    >
      <div ref={demo.ref} className={styles.plate}>
        <PromptBox demo={demo} words={words} tiles={false} />
        <Caption demo={demo} words={words} />
        <div className={`${styles.plots} ${demo.stale ? demoStyles.stale : ""}`}>
          <Line
            {...common}
            caption={words.curve.entropy}
            points={curve.map((at, i) => ({ x: shares[i], y: at.entropy / highest }))}
            others={props.others.map(({ entropy }) => entropy.map((y, i) => ({ x: shares[i], y })))}
            guides={[
              { y: 1, words: words.curve.uniform(logits.length), at: "end" },
              { y: 0, words: words.curve.argmaxEntropy, at: "end" },
            ]}
            marker={{ x: share, y: point.entropy / highest, value: fixed(point.entropy, 2) }}
          />
          <Line
            {...common}
            caption={words.curve.top}
            points={curve.map((at, i) => ({ x: shares[i], y: at.top }))}
            guides={[{ y: 1, words: words.curve.argmax, at: "end" }]}
            marker={{ x: share, y: point.top, value: percent(point.top) }}
          />
          <Axis
            control="place"
            name="curve-temperature"
            label={words.curve.axis}
            valueText={`T = ${temperature === Number.POSITIVE_INFINITY ? "∞" : fixed(temperature, 2)}`}
            max={places}
            step={1}
            value={place}
            marks={named}
            onChange={(next) => bound.set({ place: next })}
          />
          <Tube
            layers={order.map((id) => ({
              id,
              text: vocabulary[id],
              special: id === 0 ? words.special.end : undefined,
              probability: probs[id],
            }))}
            rest={words.curve.rest}
          />
        </div>
        <p className={`${demoStyles.sentence} ${demoStyles.twoLines}`} role="status">
          {reading}
        </p>
        <p id={othersId} className={styles.heading}>
          {words.curve.others}
        </p>
        <ul className={styles.others} aria-labelledby={othersId}>
          {props.others.map(({ prompt, entropy }, i) => (
            <li key={prompt}>
              <LineSwatch index={i} />
              <i>{prompt}</i>
              <b>{words.curve.nats(entropy[place] * highest)}</b>
            </li>
          ))}
        </ul>
      </div>
    </Instrument>
  );
}
