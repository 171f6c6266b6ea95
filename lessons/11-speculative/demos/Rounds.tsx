"use client";

import { useRef } from "react";
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
import { useReady } from "@/components/ui/useReady";
import { useSettled } from "@/components/ui/useSettled";
import { rounds as demo } from "../controls";
import { type Kind, kindNames, kinds } from "../kinds";
import { pair, writeLimit } from "../presets";
import type { Race } from "../race";
import { toTokens } from "../run";
import { expectedTokens } from "../speed";
import { type LessonStrings, stringsFor } from "../strings";
import { tally } from "../view";
import styles from "./Demo.module.css";
import { RoundStream } from "./RoundStream";
import { RoundTable } from "./RoundTable";
import { useRace } from "./useRace";

interface RoundsProps {
  prebuilt: Race;
  id?: string;
  locale?: string;
}

const openings = Object.fromEntries(kindNames.map((kind) => [kinds[kind].prompts[0], kind]));
const names = Object.fromEntries(kindNames.map((kind) => [kind, kinds[kind].name]));

/** The pair at work: drafts kept, struck out and corrected, and whether all that was faster. */
export function Rounds({ prebuilt, id, locale = "en" }: RoundsProps) {
  const words = stringsFor(locale);
  const bound = useControls(demo, { id });
  const { values, initial, set } = bound;
  const [target, draft] = [useModel(pair.target), useModel(pair.draft)];
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, () => {
    target.load();
    draft.load();
  });
  const live = useReady();
  const { now, device, busy, start, stop } = useRace(prebuilt);
  const { prompt, gamma, temperature, seed } = values;
  const order = { prompt, gamma: Math.round(gamma), temperature, seed: Math.round(seed), limit: writeLimit };
  const older = JSON.stringify(order) !== JSON.stringify(now.order);
  const measured = now !== prebuilt;
  const slider = (name: "gamma" | "temperature" | "seed") => (
    <Slider
      {...demo.controls[name]}
      {...words.rounds[name]}
      name={name}
      value={values[name]}
      initial={initial[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <Instrument
      id={id ?? demo.id}
      bound={bound}
      title={words.rounds.title}
      provenance={measured ? "measured" : "reference"}
      status={
        <span className={demoStyles.status}>
          <span>{measured && device ? words.rounds.measured(device, pair.target) : words.rounds.built}</span>
          <ModelStatus handle={target} />
          <ModelStatus handle={draft} />
        </span>
      }
      data={{
        "data-state": now.status === "failed" ? "failed" : live ? "live" : "prebuilt",
        "data-run": now.status,
        "data-rounds": now.rounds.length,
        "data-same": now.same === undefined ? undefined : String(now.same),
        "data-clock": now.clock ? (now.clock.plain / now.clock.rounds).toFixed(3) : undefined,
      }}
    >
      <div ref={ref} className={styles.plate}>
        <div className={styles.wide}>
          <TextBox
            name="prompt"
            label={words.prompt.label}
            value={prompt}
            {...noteOn(target.state, prompt, words)}
            onChange={(text) => set({ prompt: text })}
          />
        </div>
        <div className={styles.wide}>
          <Choice
            legend={words.rounds.kind}
            name="prompt"
            value={openings[prompt]}
            options={names}
            onChange={(kind) => set({ prompt: kinds[kind as Kind].prompts[0] })}
          />
        </div>
        <div className={styles.controls}>
          {slider("gamma")}
          {slider("temperature")}
          {slider("seed")}
        </div>
        <div className={styles.picture}>
          <div className={demoStyles.actions}>
            {busy ? (
              <Button variant="primary" onClick={stop}>
                {words.stop}
              </Button>
            ) : (
              <Button variant="primary" disabled={!live} onClick={() => void start(order)}>
                {words.rounds.start(writeLimit)}
              </Button>
            )}
            <Button onClick={() => set({ seed: (order.seed + 1) % 1000 })}>{words.rounds.nextSeed}</Button>
            <span className={demoStyles.note} role="status">
              {words.rounds.status[now.status]}
            </span>
          </div>
          {now.status === "failed" && (
            <p className={demoStyles.error} role="alert">
              {words.rounds.failed(now.error ?? "")}
            </p>
          )}
          {older && !busy && <p className={demoStyles.note}>{words.rounds.older}</p>}
          <div className={older && !busy ? demoStyles.stale : undefined}>
            <RoundStream rounds={now.rounds} words={words.rounds} running={busy} />
          </div>
        </div>
        <div className={`${styles.wide} ${styles.picture}`}>
          <Summary race={now} words={words.rounds} />
          <RoundTable rounds={now.rounds} words={words.rounds} />
        </div>
      </div>
    </Instrument>
  );
}

/** What the run says, in sentences. */
function Summary({ race, words }: { race: Race; words: LessonStrings["rounds"] }) {
  const counted = tally(race.rounds);
  const summary = words.summary(counted, expectedTokens(counted.rate, race.order.gamma));
  const { temperature } = race.order;
  const same = temperature === 0 ? (race.same ? words.same : words.differs) : race.same ? "" : words.other;
  const spoken = useSettled(race.status === "done" ? summary : "");
  return (
    <>
      <p className={demoStyles.sentence}>
        {race.rounds.length > 0 && summary} {race.same !== undefined && same}
      </p>
      {race.clock && <p className={demoStyles.sentence}>{words.clock(race.clock)}</p>}
      {race.status === "done" && !race.clock && race.same === undefined && (
        <p className={demoStyles.note}>{words.noClock}</p>
      )}
      <p className="visually-hidden" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}

/** How many tokens of a prompt are read, or why it is not. */
function noteOn(state: ReturnType<typeof useModel>["state"], prompt: string, words: LessonStrings) {
  if (state.status !== "ready") return { note: "" };
  try {
    const length = toTokens(state.model, prompt, writeLimit).length - 1;
    return { note: length === 0 ? words.prompt.empty : words.prompt.count(length) };
  } catch (error) {
    return { note: "", error: error as Error };
  }
}
