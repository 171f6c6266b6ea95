"use client";

import { Choice } from "@/components/controls/Choice";
import { useControls } from "@/components/controls/useControls";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Slider } from "@/components/ui/Slider";
import { useReady } from "@/components/ui/useReady";
import { chips } from "../chips";
import { roofline } from "../controls";
import { decodeStep, prefill } from "../decode";
import { toDevice } from "../measure/store";
import { useFigures } from "../measure/useFigures";
import { type ModelName, models } from "../models";
import { intensity } from "../roofline";
import { stringsFor } from "../strings";
import { three } from "../units";
import { RooflineChart } from "./RooflineChart";
import { RooflineTable } from "./RooflineTable";
import { type Roof, toMeasuredPoints } from "./roofs";
import { Toggles } from "./Toggles";

const { "roofline-weights": widths, ...ranges } = roofline.controls;
const letters = "ABCDEF";

/** The rooflines of this device and of known chips, with a model's work placed under them. */
export function Roofline({ locale = "en" }: { locale?: string }) {
  const { roofline: words, machine } = stringsFor(locale);
  const live = useReady();
  const { cpu, own, gpu, tokens: found } = useFigures();
  const bound = useControls(roofline);
  const { batch, tokens } = bound.values;
  const model = bound.values["roofline-model"] as ModelName;
  const weight = Number(bound.values["roofline-weights"]);
  const beside = bound.values.beside.split(/[\s,]+/).filter(Boolean);
  const stored = { weight, kv: Math.max(2, weight) };
  const shape = models[model];
  const roofs: Roof[] = [
    { id: "own", letter: "", name: own ? machine.own : machine.sample, strong: true, ...toDevice(cpu) },
    ...(gpu?.bandwidth && gpu.peak
      ? [
          {
            id: "gpu",
            letter: "G",
            name: machine.gpu(gpu.name),
            strong: true,
            bandwidth: gpu.bandwidth,
            peak: gpu.peak,
          },
        ]
      : []),
    ...Object.entries(chips).flatMap(([id, { name, bandwidth, peak = Number.POSITIVE_INFINITY }], i) =>
      beside.includes(id) ? [{ id, letter: letters[i], name, bandwidth, peak }] : [],
    ),
  ];
  const step = intensity(decodeStep(shape, stored, batch, tokens));
  const reading = intensity(prefill(shape, stored, batch, tokens));
  const works = [
    { id: "decode", name: words.decode, at: step },
    { id: "prefill", name: words.prefill, at: reading },
  ];
  const showsFound = found !== undefined && model === "story1m" && weight === 4;
  return (
    <Instrument
      id={roofline.id}
      bound={bound}
      title={words.title}
      provenance={own ? "measured" : "reference"}
      status={words.status(own)}
      data={{
        "data-state": live ? "live" : "prebuilt",
        "data-figures": own ? "measured" : "reference",
        "data-decode": step.toPrecision(4),
        "data-prefill": reading.toPrecision(4),
      }}
      controls={
        <>
          <Choice
            legend={words.model}
            name="roofline-model"
            value={model}
            options={ranges["roofline-model"].options}
            look="column"
            onChange={(id) => bound.set({ "roofline-model": id })}
          />
          <Choice
            legend={words.weights}
            name="roofline-weights"
            value={bound.values["roofline-weights"] as keyof typeof widths.options}
            options={widths.options}
            onChange={(value) => bound.set({ "roofline-weights": value })}
          />
          <Slider
            name="batch"
            {...ranges.batch}
            label={words.batch}
            value={batch}
            initial={bound.initial.batch}
            onChange={(value) => bound.set({ batch: Math.round(value) })}
          />
          <Slider
            name="tokens"
            {...ranges.tokens}
            label={words.tokens}
            value={tokens}
            initial={bound.initial.tokens}
            onChange={(value) => bound.set({ tokens: Math.round(value) })}
          />
          <Toggles
            legend={words.beside}
            name="beside"
            options={Object.entries(chips).map(([id, { name }], i) => ({
              value: id,
              name: `${letters[i]}  ${name}`,
            }))}
            chosen={beside}
            onChange={(chosen) => bound.set({ beside: chosen.join(" ") })}
          />
        </>
      }
    >
      <div className={demoStyles.plate}>
        <RooflineChart
          words={words.chart}
          roofs={roofs}
          works={works}
          measured={showsFound ? toMeasuredPoints(found) : []}
        />
        <p className={demoStyles.sentence} role="status">
          {words.sentence(step, reading, roofs[0], batch)}
        </p>
        <RooflineTable words={words} roofs={roofs} works={works} />
        <p className={demoStyles.note}>
          {words.assumptions(three(stored.kv))} {showsFound && words.measuredPoints}
        </p>
      </div>
    </Instrument>
  );
}
