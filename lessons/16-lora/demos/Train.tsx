"use client";

import { useEffect, useMemo, useRef } from "react";
import { Choice } from "@/components/controls/Choice";
import { TextBox } from "@/components/controls/TextBox";
import { useControls } from "@/components/controls/useControls";
import { ModelStatus } from "@/components/model/ModelStatus";
import { useModel } from "@/components/model/useModel";
import { useNearViewport } from "@/components/model/useNearViewport";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Slider } from "@/components/ui/Slider";
import { adaptedNames, countParameters } from "@/lib/model/lora";
import type { TrainSettings } from "@/lib/model/train-lora";
import { train } from "../controls";
import { limits, matrices, models } from "../presets";
import { probes } from "../probes";
import { runs, speedOf, type TrainRun } from "../runs";
import { stringsFor } from "../strings";
import type { Point } from "../study/study";
import { Curves } from "./Curves";
import { Effect } from "./Effect";
import { RunTable } from "./RunTable";
import { useRuns } from "./useRuns";

interface TrainProps {
  /** A run of ours, shown until the reader has one. */
  ours: Point[];
  id?: string;
  locale?: string;
}

const sliders = ["rank", "alpha", "steps"] as const;

/** Trains an adapter, or all weights, on the reader's text; then applies the adapter at any strength. */
export function Train({ ours, id, locale }: TrainProps) {
  const words = stringsFor(locale ?? "en");
  const bound = useControls(train, { id });
  const { values, set } = bound;
  const handle = useModel(models.train);
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, handle.load);
  const model = handle.state.status === "ready" ? handle.state.model : undefined;
  const { runs: all, chosen, keeping } = useRuns();
  const active = all.find(({ status }) => ["preparing", "running", "stopping"].includes(status));
  const newest = all.findLast(({ status }) => status !== "loaded");
  const full = values.method === "full";

  useEffect(() => {
    if (model) void runs.restore(model);
  }, [model]);
  // Going to another page of the course ends a run after its step; what it has learned is kept.
  useEffect(() => runs.stop, []);
  // Closing the tab would cut it off: the browser asks first.
  useEffect(() => {
    const lost = active !== undefined || (keeping === "no" && all.some(({ adapter }) => adapter));
    if (!lost) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active, keeping, all]);

  const tokens = useMemo(() => model?.tokenizer.encode(values.text).length, [model, values.text]);
  const targets = matrices[values.matrices];
  const settings: TrainSettings = {
    method: full ? "full" : "lora",
    rank: Math.round(values.rank),
    alpha: values.alpha,
    targets,
    steps: Math.round(values.steps),
    rate: Number(values.rate),
    seed: 1,
  };
  const size =
    model &&
    (full
      ? model.parameters
      : countParameters(model.shapes, adaptedNames(model.shapes, targets), settings.rank));
  const noText = tokens === 0;

  return (
    <Instrument
      id={id ?? train.id}
      bound={bound}
      title={words.train.title}
      provenance={newest ? "measured" : "reference"}
      status={<ModelStatus handle={handle} />}
      data={{
        "data-state": handle.state.status === "failed" ? "failed" : model ? "live" : "prebuilt",
        "data-training": newest?.status ?? "none",
        "data-steps": newest?.steps.length ?? 0,
      }}
      controls={
        <>
          <Choice
            look="column"
            name="method"
            legend={words.train.method}
            value={values.method as keyof typeof words.train.methods}
            options={words.train.methods}
            onChange={(method) => set({ method })}
          />
          {sliders
            .filter((name) => !(full && name !== "steps"))
            .map((name) => (
              <Slider
                key={name}
                name={name}
                label={words.train[name]}
                min={train.controls[name].min}
                max={train.controls[name].max}
                step={train.controls[name].step}
                value={values[name]}
                initial={bound.initial[name]}
                onChange={(value) => set({ [name]: value })}
              />
            ))}
          {!full && (
            <Choice
              look="column"
              name="matrices"
              legend={words.train.matrices}
              value={values.matrices as keyof typeof words.train.matrixChoices}
              options={words.train.matrixChoices}
              onChange={(chosenMatrices) => set({ matrices: chosenMatrices })}
            />
          )}
          <Choice
            look="column"
            name="rate"
            legend={words.train.rate}
            value={values.rate}
            options={Object.fromEntries(Object.keys(train.controls.rate.options).map((rate) => [rate, rate]))}
            onChange={(rate) => set({ rate })}
          />
        </>
      }
    >
      <div ref={ref} className={demoStyles.plate}>
        <TextBox
          name="text"
          label={words.train.text}
          rows={5}
          value={values.text}
          note={
            noText
              ? words.train.noText
              : tokens !== undefined
                ? words.train.textNote(Math.min(tokens, limits.learn - 1), tokens)
                : undefined
          }
          warn={noText || (tokens ?? 0) >= limits.learn}
          onChange={(text) => set({ text })}
        />
        <div className={demoStyles.actions}>
          {active ? (
            <Button variant="primary" disabled={active.status === "stopping"} onClick={runs.stop}>
              {words.train.stop}
            </Button>
          ) : (
            <Button
              variant="primary"
              disabled={!model || noText}
              onClick={() => model && void runs.start(model, settings, values.text, probes.story)}
            >
              {words.train.start}
            </Button>
          )}
          <span className={demoStyles.note}>
            {active ? progressOf(active, words) : size && words.train.size(size, model!.parameters)}
          </span>
        </div>
        {newest?.status === "failed" && (
          <p className={demoStyles.error} role="alert">
            {words.status.failed(newest.message ?? "")}
          </p>
        )}
        <Losses run={newest} ours={ours} words={words} />
        {newest?.settings.method === "full" && !active && (
          <p className={demoStyles.note}>{words.train.fullNote}</p>
        )}
        <RunTable all={all} chosen={chosen} keeping={keeping} model={model} words={words} />
        <p className="visually-hidden" aria-live="polite">
          {newest && `${words.train.runName(newest)}: ${words.train.statuses[newest.status]}`}
        </p>
        <Effect
          model={model}
          run={all.find((run) => run.id === chosen)}
          strength={values.strength}
          prompt={values.prompt}
          kept={probes.story}
          words={words}
          set={set}
        />
      </div>
    </Instrument>
  );
}

function progressOf(run: TrainRun, words: ReturnType<typeof stringsFor>): string {
  if (run.status === "stopping") return words.train.stopping;
  if (run.steps.length === 0) return words.train.preparing;
  return words.train.progress(run, speedOf(run));
}

interface LossesProps {
  run: TrainRun | undefined;
  ours: Point[];
  words: ReturnType<typeof stringsFor>;
}

/** The loss curve of the newest run; before there is one, of ours. */
function Losses({ run, ours, words }: LossesProps) {
  const { train: text } = words;
  const drawn = run && run.checks.length > 0;
  const learned = drawn
    ? run.steps.map(({ step, loss }) => ({ x: step - 1, y: loss }))
    : ours.map(({ step, learned }) => ({ x: step, y: learned }));
  const kept = (drawn ? run.checks : ours).map((point) => ({
    x: point.step,
    y: "kept" in point ? point.kept : point.base,
  }));
  const checks = drawn
    ? run.checks
    : ours.map(({ step, learned, base }) => ({ step, own: learned, kept: base }));
  const [first, last] = [checks[0], checks[checks.length - 1]];
  return (
    <div>
      <Curves
        caption={text.curve}
        captionClass={demoStyles.subhead}
        lines={[
          { name: text.learned, points: learned },
          { name: text.kept, points: kept },
        ]}
        end={drawn ? run.settings.steps : last.step}
      />
      <p className={demoStyles.sentence} aria-live="off">
        {!drawn && `${text.authors(last.step)} `}
        {text.curveSays({
          first: first.own,
          last: last.own,
          keptFirst: first.kept,
          keptLast: last.kept,
          steps: last.step,
        })}
      </p>
    </div>
  );
}
