"use client";

import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument, type Provenance } from "@/components/ui/Instrument";
import { useReady } from "@/components/ui/useReady";
import { chips } from "../chips";
import { weightBytes } from "../decode";
import { toText } from "../measure/assemble";
import { kernels } from "../measure/kernels";
import { sampleMachine } from "../measure/sample";
import { useFigures } from "../measure/useFigures";
import { useMeasuring } from "../measure/useMeasuring";
import { models } from "../models";
import { stringsFor } from "../strings";
import { rate, size } from "../units";
import styles from "./Demo.module.css";
import { LogBars } from "./LogBars";
import { SweepChart } from "./SweepChart";

/** Weights of the page's model as this page holds them: 32-bit floats. */
const storyBytes = weightBytes(models.story1m, { weight: 4, kv: 4 });
const streams = ["read", "copy", "triad"] as const;

/** The reader's own memory: how fast it is, and where its caches end. */
export function Bandwidth({ locale = "en" }: { locale?: string }) {
  const { bandwidth: words, machine } = stringsFor(locale);
  const { cpu, own } = useFigures();
  const live = useReady();
  const { state, start, stop } = useMeasuring();
  const running = state.status === "running";
  const coming = running ? state.progress.sweep : [];
  const points = coming.length > 0 ? coming : cpu.sweep;
  const largest = Math.max(...points.map((point) => point.rate.high), ...cpu.sweep.map((p) => p.rate.median));
  const kind: Provenance = own ? "measured" : "reference";
  const who = own ? machine.own : machine.sample;
  const rows = [
    ...streams.map((name) => ({
      name: `${who}, ${words.loops[name]}`,
      value: cpu.rates[name].median,
      low: cpu.rates[name].low,
      high: cpu.rates[name].high,
      text: words.spread(cpu.rates[name]),
      kind,
      strong: true,
    })),
    ...Object.values(chips).map(({ name, bandwidth }) => ({
      name,
      value: bandwidth,
      text: rate(bandwidth),
      kind: "reference" as const,
    })),
  ];
  return (
    <Instrument
      id="bandwidth"
      title={words.title}
      provenance={kind}
      status={own ? words.measured(cpu) : words.sample(sampleMachine)}
      data={{
        "data-state": running ? "running" : state.status === "failed" ? "failed" : live ? "live" : "prebuilt",
        "data-figures": kind,
      }}
    >
      <div className={demoStyles.plate}>
        <div className={demoStyles.actions}>
          {running ? (
            <Button variant="primary" onClick={stop}>
              {words.stop}
            </Button>
          ) : (
            <Button variant="primary" disabled={!live} onClick={start}>
              {own ? words.again : words.measure}
            </Button>
          )}
          {running && (
            <progress
              className={styles.progress}
              value={state.progress.share}
              max={1}
              aria-label={words.progress}
            />
          )}
          <span className={demoStyles.note} role="status">
            {running
              ? words.doing(state.progress.now)
              : state.status === "stopped"
                ? words.stopped
                : state.status === "done"
                  ? words.done
                  : words.before}
          </span>
        </div>
        {state.status === "failed" && (
          <p className={demoStyles.error} role="alert">
            {words.failed(state.message)}
          </p>
        )}
        <div>
          <p className={demoStyles.caption}>{words.barsCaption}</p>
          <LogBars label={words.barsLabel} rows={rows} from={1e9} to={1e13} tick={rate} />
        </div>
        <div>
          <p className={demoStyles.caption}>{words.sweepCaption(who, coming.length > 0)}</p>
          <SweepChart
            label={words.sweepLabel}
            axes={words.axes}
            points={points}
            largest={largest}
            guide={{ bytes: storyBytes, words: words.guide(storyBytes) }}
          />
        </div>
        <p className={demoStyles.sentence}>{words.sentence(cpu, who)}</p>
        <details className={demoStyles.details}>
          <summary>{words.exact}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable. */}
          <section className={demoStyles.scroll} tabIndex={0} aria-label={words.exact}>
            <table className={`${demoStyles.numbers} ${styles.table}`}>
              <thead>
                <tr>
                  <th scope="col">{words.columns.size}</th>
                  <th scope="col">{words.columns.median}</th>
                  <th scope="col">{words.columns.quartiles}</th>
                </tr>
              </thead>
              <tbody>
                {points.map(({ bytes, rate: found }) => (
                  <tr key={bytes}>
                    <th scope="row">{size(bytes)}</th>
                    <td>{rate(found.median)}</td>
                    <td>
                      {rate(found.low)} – {rate(found.high)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
        <details className={demoStyles.details}>
          <summary>{words.loopsText}</summary>
          <p className={demoStyles.note}>{words.loopsNote(cpu.engine)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable. */}
          <section className={styles.code} tabIndex={0} aria-label={words.loopsText}>
            <pre>{Object.values(kernels).map(toText).join("\n\n")}</pre>
          </section>
        </details>
      </div>
    </Instrument>
  );
}
