"use client";

import type { CSSProperties } from "react";
import { ModelStatus } from "@/components/model/ModelStatus";
import { useModel } from "@/components/model/useModel";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { useReady } from "@/components/ui/useReady";
import { sampleRun } from "../measure/sample";
import { rateAt } from "../measure/store";
import { useFigures } from "../measure/useFigures";
import { models } from "../models";
import { stringsFor } from "../strings";
import { three } from "../units";
import { LogBars } from "./LogBars";
import { toCeilings, toParts } from "./predictions";
import styles from "./Tokens.module.css";
import { useTokenRun } from "./useTokenRun";

/** Tokens a second of the page's model: what bandwidth allows, and what comes out. */
export function Tokens({ locale = "en" }: { locale?: string }) {
  const { tokens: words } = stringsFor(locale);
  const { cpu, own } = useFigures();
  const handle = useModel("story-1m");
  const live = useReady();
  const { state, start, stop } = useTokenRun("story-1m", words.prompt);
  const busy = state.status === "running" || state.status === "waiting";
  const done = state.status === "done";
  const run = done ? state.run : sampleRun;
  const ceilings = toCeilings(cpu, run.context);
  const parts = toParts(ceilings, run);
  const rows = [
    ...ceilings.map(({ id, rate }) => ({
      name: words.ceilings[id],
      value: rate,
      text: words.perSecond(rate),
      kind: "simulated" as const,
    })),
    {
      name: words.written,
      value: run.decode.median,
      low: run.decode.low,
      high: run.decode.high,
      text: words.perSecond(run.decode.median),
      kind: done ? ("measured" as const) : ("reference" as const),
      strong: true,
    },
    ...run.prefill.map(({ tokens, rate }) => ({
      name: words.read(tokens),
      value: rate.median,
      low: rate.low,
      high: rate.high,
      text: words.perSecond(rate.median),
      kind: done ? ("measured" as const) : ("reference" as const),
    })),
  ];
  return (
    <Instrument
      id="tokens"
      title={words.title}
      provenance={done ? "measured" : "reference"}
      status={
        <>
          {done ? words.measured(run, state.device) : words.sample} {!own && words.notOwn}{" "}
          {(handle.state.status === "failed" || handle.state.status === "loading") && (
            <ModelStatus handle={handle} />
          )}
        </>
      }
      data={{
        "data-state": busy ? "running" : state.status === "failed" ? "failed" : live ? "live" : "prebuilt",
        "data-figures": done ? "measured" : "reference",
      }}
    >
      <div className={demoStyles.plate}>
        <div className={demoStyles.actions}>
          {busy ? (
            <Button variant="primary" onClick={stop}>
              {words.stop}
            </Button>
          ) : (
            <Button variant="primary" disabled={!live} onClick={start}>
              {done ? words.again : words.run}
            </Button>
          )}
          <span className={demoStyles.note} role="status">
            {state.status === "waiting" && words.waiting}
            {state.status === "running" && words.running(state.progress)}
            {state.status === "stopped" && words.stopped}
          </span>
        </div>
        {state.status === "failed" && (
          <p className={demoStyles.error} role="alert">
            {words.failed(state.message)}
          </p>
        )}
        {state.status === "running" && <p className={demoStyles.note}>… {state.progress.text}</p>}
        <div>
          <p className={demoStyles.caption}>{words.barsCaption}</p>
          <LogBars label={words.barsCaption} rows={rows} from={100} to={1e6} tick={words.tick} />
        </div>
        <div>
          <p className={demoStyles.caption}>{words.partsCaption(run.outside)}</p>
          <div className={styles.tube} aria-hidden="true">
            {parts.map(({ id, share }) => (
              <span key={id} data-part={id} style={{ "--share": share } as CSSProperties}>
                {share > 0.12 && words.parts[id].letter}
              </span>
            ))}
          </div>
          <ul className={styles.legend}>
            {parts.map(({ id, milliseconds }) => (
              <li key={id}>
                <span className={styles.swatch} data-part={id} aria-hidden="true">
                  {words.parts[id].letter}
                </span>
                <span>
                  {words.parts[id].name}: <b>{three(milliseconds)} ms</b>
                </span>
              </li>
            ))}
          </ul>
        </div>
        <p className={demoStyles.sentence}>
          {words.sentence(
            run,
            ceilings[0].rate,
            rateAt(cpu, 4 * models.story1m.parameters) / cpu.rates.read.median,
          )}
        </p>
      </div>
    </Instrument>
  );
}
