"use client";

import type { CSSProperties } from "react";
import { SwitchGrid } from "@/components/controls/SwitchGrid";
import { TextBox } from "@/components/controls/TextBox";
import { useControls } from "@/components/controls/useControls";
import { LiveStatus } from "@/components/model/LiveStatus";
import { useLive } from "@/components/model/useLive";
import { Line } from "@/components/plot/Line";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Slider } from "@/components/ui/Slider";
import { useSettled } from "@/components/ui/useSettled";
import { switches as demo, fromLine, toLine } from "../controls";
import { byKind, kindNames } from "../kinds";
import type { Figures } from "../measure/figures";
import { models } from "../presets";
import { extremes, type LessonStrings, stringsFor } from "../strings";
import { type Address, type Losses, meanLoss, readSwitches, type SwitchesView, type Texts } from "../view";
import styles from "./Switches.module.css";
import { useTrial } from "./useTrial";

interface SwitchesProps {
  prebuilt: SwitchesView;
  figures: Pick<Figures, "perToken" | "twin">;
  /** Rise of the mean loss with one expert off, `[L][E]`. */
  rises: number[][];
  texts: Texts;
  id?: string;
  locale?: string;
}

/** The reader decides how many experts run, and which not at all; losses and a text show what that does. */
export function Switches({ prebuilt, figures, rises, texts, id, locale = "en" }: SwitchesProps) {
  const words = stringsFor(locale);
  const { switches } = words;
  const bound = useControls(demo, { id });
  const { values, initial, set } = bound;
  const perToken = Math.round(values["per-token"]);
  const off = fromLine(values.off);
  const { prompt } = values;
  const live = useLive(
    models.moe,
    keyOf({ perToken, off, prompt }),
    { key: keyOf(prebuilt), view: prebuilt },
    (signal, model) => readSwitches(signal, model, { perToken, off, prompt }, texts),
  );
  const work = useTrial(rises);
  const { view, stale, model } = live;
  const change = live.asking(set);
  const toggle = (one: Address) => {
    const others = off.filter((other) => other.join() !== one.join());
    change({ off: toLine(others.length < off.length ? others : [...off, one]) });
  };
  const { before, after } = view.losses;
  const changes = byKind((kind) => after[kind] - before[kind]);
  const sentence = switches.summary(
    view.perToken,
    view.off.length,
    meanLoss(before),
    meanLoss(after),
    extremes(changes)[1],
  );
  const settled = useSettled(sentence);
  const running = work.trial.status === "running";
  return (
    <Instrument
      id={id ?? demo.id}
      bound={bound}
      title={switches.title}
      provenance={live.provenance}
      status={<LiveStatus live={live} words={words.status} note={switches.limit} />}
      data={{
        "data-state": live.state,
        "data-per-token": view.perToken,
        "data-off": toLine(view.off),
        "data-loss": meanLoss(after).toFixed(4),
        "data-trial": work.trial.status,
      }}
    >
      <div ref={live.ref} className={demoStyles.plate}>
        <div className={styles.side}>
          <div>
            <Slider
              {...demo.controls["per-token"]}
              {...switches.perToken}
              name="per-token"
              value={values["per-token"]}
              initial={initial["per-token"]}
              onChange={(value) => change({ "per-token": value })}
            />
            <SwitchGrid
              name="off"
              legend={switches.grid}
              off={off}
              missed={work.trial.rises}
              rowName={words.layer}
              label={(one, on) => switches.button(one, on, work.trial.rises[one[0]][one[1]])}
              lastStays={switches.last}
              onToggle={toggle}
            />
            <p className={demoStyles.note}>{switches.gridHint}</p>
            <div className={demoStyles.actions}>
              <Button disabled={off.length === 0} onClick={() => change({ off: "" })}>
                {switches.allOn}
              </Button>
              {running ? (
                <Button onClick={work.stop}>{words.stop}</Button>
              ) : (
                <Button disabled={!model} onClick={() => model && void work.start(model, texts)}>
                  {switches.trial.start}
                </Button>
              )}
            </div>
            <p className={demoStyles.note} role="status">
              {switches.trial.status[work.trial.status]} {!running && worstOf(work.trial.rises, words)}
            </p>
            {work.trial.error && (
              <p className={demoStyles.error} role="alert">
                {words.status.failed(work.trial.error)}
              </p>
            )}
          </div>
          <div>
            <Curve figures={figures} perToken={perToken} words={words} />
            <div className={stale ? demoStyles.stale : undefined}>
              <LossRows before={before} after={after} words={words} />
            </div>
          </div>
        </div>
        <p className={demoStyles.sentence}>{sentence}</p>
        <TextBox
          name="prompt"
          label={switches.prompt}
          value={prompt}
          note={stale ? words.stale[stale] : ""}
          warn
          error={live.error}
          onChange={(text) => change({ prompt: text })}
        />
        <div className={`${styles.pair} ${stale ? demoStyles.stale : ""}`}>
          {(["before", "after"] as const).map((side) => (
            <div key={side}>
              <p className={demoStyles.subhead}>{switches[side]}</p>
              <p data-written={side}>
                <span className={styles.prompt}>{view.prompt}</span>
                {view.written[side] || ` ${switches.emptyText}`}
              </p>
            </div>
          ))}
        </div>
        <CurveTable figures={figures} words={words} />
        <p className="visually-hidden" aria-live="polite">
          {live.by ? settled : ""}
        </p>
      </div>
    </Instrument>
  );
}

interface CurveProps {
  figures: SwitchesProps["figures"];
  words: LessonStrings;
}

/** Loss by experts per token, from the least to the largest. */
function Curve({ figures, perToken, words }: CurveProps & { perToken: number }) {
  const { switches } = words;
  const means = figures.perToken.map(meanLoss);
  const twin = meanLoss(figures.twin);
  const [least, most] = [Math.min(twin, ...means), Math.max(twin, ...means)];
  const x = (k: number) => (k - 1) / (means.length - 1);
  const y = (loss: number) => 0.12 + (0.78 * (loss - least)) / (most - least);
  return (
    <Line
      caption={`${switches.curve}; ${switches.twin(twin)}`}
      points={means.map((loss, i) => ({ x: x(i + 1), y: y(loss) }))}
      ticks={means.map((_, i) => x(i + 1))}
      guides={[{ y: y(twin), words: "", at: "end" }]}
      marker={{
        x: x(perToken),
        y: y(means[perToken - 1]),
        value: switches.marker(perToken, means[perToken - 1]),
      }}
    />
  );
}

function CurveTable({ figures, words }: CurveProps) {
  const { switches } = words;
  return (
    <details className={demoStyles.details}>
      <summary>{switches.tableK}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable. */}
      <section className={demoStyles.scroll} aria-label={switches.tableK} tabIndex={0}>
        <table className={demoStyles.numbers}>
          <thead>
            <tr>
              {[
                switches.columnsK.k,
                ...kindNames.map((kind) => words.kinds[kind]),
                switches.columnsK.mean,
              ].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...figures.perToken, figures.twin].map((losses, i, { length }) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number of experts.
              <tr key={i}>
                <th scope="row">{i === length - 1 ? switches.columnsK.twin : i + 1}</th>
                {kindNames.map((kind) => (
                  <td key={kind}>{words.nats(losses[kind])}</td>
                ))}
                <td>{words.nats(meanLoss(losses))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** Two losses a row, the upper as trained; the numbers beside them say the same. */
function LossRows({ before, after, words }: { before: Losses; after: Losses; words: LessonStrings }) {
  const end = Math.max(...kindNames.flatMap((kind) => [before[kind], after[kind]]));
  return (
    <div>
      <p className={demoStyles.subhead}>{words.switches.losses}</p>
      <div className={styles.losses}>
        {kindNames.map((kind) => [
          <span key={`${kind} name`}>{words.kinds[kind]}</span>,
          <span key={`${kind} bars`} className={styles.bars} aria-hidden="true">
            <span style={{ "--part": before[kind] / end } as CSSProperties} />
            <span style={{ "--part": after[kind] / end } as CSSProperties} />
          </span>,
          <span key={`${kind} values`}>
            {words.nats(before[kind])} → {words.nats(after[kind])}
          </span>,
        ])}
      </div>
    </div>
  );
}

function worstOf(rises: readonly (readonly (number | undefined)[])[], { switches }: LessonStrings): string {
  const all = rises.flatMap((layer, l) => layer.map((rise, e) => ({ at: [l, e] as const, rise: rise ?? 0 })));
  const worst = all.reduce((most, one) => (one.rise > most.rise ? one : most));
  return worst.rise > 0 ? switches.trial.worst(worst.at, worst.rise) : "";
}

function keyOf({ perToken, off, prompt }: Pick<SwitchesView, "perToken" | "off" | "prompt">): string {
  return JSON.stringify([perToken, toLine(off), prompt]);
}
