"use client";

import { useMemo } from "react";
import { useControls } from "@/components/controls/useControls";
import { Line } from "@/components/plot/Line";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Sentence } from "@/components/ui/Sentence";
import { facts as description } from "../controls";
import { experiment, toFactRows } from "../experiment";
import { type FactOdds, temperatures } from "../facts";
import { stringsFor } from "../strings";
import { Axis } from "./Axis";
import { FactsControls } from "./FactsControls";
import { FactsStatus } from "./FactsStatus";
import { FactTable } from "./FactTable";
import { OutcomeTable } from "./OutcomeTable";
import { useFacts } from "./useFacts";

interface FactsProps {
  /** Name of the model. */
  on: string;
  prebuilt: readonly FactOdds[];
  id?: string;
  locale?: string;
}

const last = temperatures.length - 1;
const hottest = temperatures[last];
const named = [0, 0.5, 1, 1.5, 2].map((at) => ({ at: at / hottest, text: String(at) }));

/** Top of the picture: the same with the filter and without, with room for the widest interval. */
function topOf(odds: readonly FactOdds[]): number {
  const right = odds.reduce((total, { open }) => total + open[last][0], 0) / odds.length;
  return Math.min(1, Math.ceil(10 * (1 - right) + 1) / 10);
}

/** Known facts at eleven temperatures: the share that sampling gets wrong, drawn many times and computed. */
export function Facts({ on, prebuilt, id, locale }: FactsProps) {
  const words = stringsFor(locale ?? "en");
  const bound = useControls(description, { id });
  const { values } = bound;
  const reading = useFacts(on, prebuilt);
  const { odds } = reading;
  const [filter, draws, seed] = [values["top-p"], Math.round(values.draws), Math.round(values.seed)];
  const at = Math.round((values.temperature / hottest) * last);
  const outcomes = useMemo(() => experiment(odds, filter, draws, seed), [odds, filter, draws, seed]);
  const rows = useMemo(() => toFactRows(odds, outcomes[at]), [odds, outcomes, at]);
  const now = outcomes[at];
  const end = useMemo(() => topOf(odds), [odds]);
  const places = outcomes.map(({ temperature, wrong, draws: all, interval: [from, to], expected }) => ({
    line: { x: temperature / hottest, y: expected / end },
    dot: { x: temperature / hottest, y: wrong / all / end, from: from / end, to: to / end },
  }));
  const sentence = words.facts.summary(now);
  return (
    <Instrument
      id={id ?? description.id}
      bound={bound}
      title={words.facts.title}
      provenance={reading.live ? "measured" : "reference"}
      status={<FactsStatus reading={reading} words={words} />}
      data={{
        "data-state": reading.state,
        "data-times": reading.times,
        "data-wrong": now.wrong,
        "data-draws": now.draws,
      }}
      controls={<FactsControls bound={bound} words={words} />}
    >
      <div ref={reading.ref} className={demoStyles.plate}>
        <div>
          <Line
            caption={words.facts.chart(odds.length, draws)}
            points={places.map(({ line }) => line)}
            dots={places.map(({ dot }) => dot)}
            ticks={named.map((mark) => mark.at)}
            guides={[{ y: 1, words: words.facts.share(end), at: "start" }]}
            marker={{
              x: now.temperature / hottest,
              y: places[at].dot.y,
              value: words.facts.share(now.wrong / now.draws),
            }}
          />
          <Axis
            control="temperature"
            name="facts-temperature"
            label={words.facts.temperature}
            valueText={`T = ${words.facts.degrees(now.temperature)}`}
            max={last}
            step={1}
            value={at}
            marks={named}
            onChange={(place) => bound.set({ temperature: temperatures[place] })}
          />
        </div>
        <Sentence>{sentence}</Sentence>
        <FactTable rows={rows} temperature={now.temperature} words={words} />
        <OutcomeTable outcomes={outcomes} words={words} />
      </div>
    </Instrument>
  );
}
