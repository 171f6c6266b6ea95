"use client";

import { useState } from "react";
import { Instrument } from "@/components/ui/Instrument";
import { Slider } from "@/components/ui/Slider";
import { chips } from "../chips";
import { decodeStep, prefill } from "../decode";
import { toDevice } from "../measure/store";
import { useFigures } from "../measure/useFigures";
import { type ModelName, models } from "../models";
import { intensity } from "../roofline";
import { stringsFor } from "../strings";
import { three } from "../units";
import { Choice, Toggles } from "./Choice";
import demoStyles from "./Demo.module.css";
import { RooflineChart } from "./RooflineChart";
import { RooflineTable } from "./RooflineTable";
import { type Roof, toMeasuredPoints } from "./roofs";
import { useLive } from "./useLive";

const start = { model: "story1m" as ModelName, weight: 4, batch: 1, tokens: 128 };
const widths = { 4: "fp32", 2: "f16", 1: "int8" };
const letters = "ABCDEF";

/** The rooflines of this device and of known chips, with a model's work placed under them. */
export function Roofline({ locale = "en" }: { locale?: string }) {
  const { roofline: words, machine } = stringsFor(locale);
  const live = useLive();
  const { cpu, own, gpu, tokens: found } = useFigures();
  const [model, setModel] = useState<ModelName>(start.model);
  const [weight, setWeight] = useState(start.weight);
  const [batch, setBatch] = useState(start.batch);
  const [tokens, setTokens] = useState(start.tokens);
  const [beside, setBeside] = useState<readonly string[]>(["m2ultra", "rtx4090", "h100"]);
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
      id="roofline"
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
            options={Object.entries(models).map(([id, { name }]) => ({ value: id, name }))}
            onChange={(id) => setModel(id as ModelName)}
          />
          <Choice
            legend={words.weights}
            name="roofline-weights"
            row
            value={String(weight)}
            options={Object.entries(widths)
              .reverse()
              .map(([value, name]) => ({ value, name }))}
            onChange={(value) => setWeight(Number(value))}
          />
          <Slider
            name="batch"
            label={words.batch}
            min={1}
            max={256}
            step={1}
            value={batch}
            initial={start.batch}
            onChange={(value) => setBatch(Math.max(1, Math.round(value)))}
          />
          <Slider
            name="tokens"
            label={words.tokens}
            min={1}
            max={4096}
            step={1}
            value={tokens}
            initial={start.tokens}
            onChange={(value) => setTokens(Math.max(1, Math.round(value)))}
          />
          <Toggles
            legend={words.beside}
            options={Object.entries(chips).map(([id, { name }], i) => ({
              value: id,
              name: `${letters[i]}  ${name}`,
            }))}
            chosen={beside}
            onChange={setBeside}
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
