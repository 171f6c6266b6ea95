"use client";

import { useDeferredValue, useMemo, useRef } from "react";
import { Choice } from "@/components/controls/Choice";
import { TextBox } from "@/components/controls/TextBox";
import { useControls } from "@/components/controls/useControls";
import { ModelStatus } from "@/components/model/ModelStatus";
import { useNearViewport } from "@/components/model/useNearViewport";
import { MirrorBars } from "@/components/plot/MirrorBars";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Slider } from "@/components/ui/Slider";
import { useSettled } from "@/components/ui/useSettled";
import { TooLong } from "@/lib/model/context";
import { lastPart } from "@/lib/plot/format";
import { axisEnd } from "@/lib/plot/scale";
import { exact as demo } from "../controls";
import { experiment } from "../exact";
import type { RuleName } from "../rules";
import { softmax } from "../speculative";
import { stringsFor } from "../strings";
import styles from "./Demo.module.css";
import { type PrebuiltPair, useBoth } from "./useBoth";

interface ExactProps {
  prebuilt: PrebuiltPair;
  id?: string;
  locale?: string;
}

const shown = 10;

/** One token, drawn thousands of times by a rule of the reader's choice, and tested against the target. */
export function Exact({ prebuilt, id, locale = "en" }: ExactProps) {
  const words = stringsFor(locale);
  const bound = useControls(demo, { id });
  const { values, initial, set } = bound;
  const both = useBoth(values.prompt, prebuilt);
  const ref = useRef<HTMLDivElement>(null);
  useNearViewport(ref, () => {
    for (const handle of both.handles) handle.load();
  });
  const { temperature, rule, samples, seed } = useDeferredValue(values);
  const p = useMemo(() => softmax(both.target.logits, temperature), [both.target, temperature]);
  const q = useMemo(() => softmax(both.draft.logits, temperature), [both.draft, temperature]);
  const found = useMemo(
    () => experiment(p, q, { rule: rule as RuleName, samples: Number(samples), seed: Math.round(seed) }),
    [p, q, rule, samples, seed],
  );
  const rows = useMemo(
    () => toRows(p, found.counts, both.target.vocabulary, words.rounds.special),
    [p, found, both.target, words],
  );
  const sentence = words.exact.summary(found, Number(samples));
  const settled = useSettled(sentence);
  const live = both.target.provenance === "measured";
  const length = both.target.tokens.length - 1;
  const note = both.older ? words.older : length === 0 ? words.prompt.empty : words.prompt.count(length);
  return (
    <Instrument
      id={id ?? demo.id}
      bound={bound}
      title={words.exact.title}
      provenance={live ? "measured" : "reference"}
      status={
        <span className={demoStyles.status}>
          <span>{words.exact.status(both.target.device)}</span>
          {both.error && !(both.error instanceof TooLong) && (
            <span className={demoStyles.error} role="alert">
              {words.exact.failed(both.error.message)}
            </span>
          )}
          {both.handles.map(
            (handle, i) =>
              handle.state.status !== "ready" && (
                <ModelStatus key={i === 0 ? "target" : "draft"} handle={handle} />
              ),
          )}
        </span>
      }
      data={{
        "data-state": both.state,
        "data-prompt": both.target.prompt,
        "data-rule": rule,
        "data-p-value": found.pValue.toFixed(4),
        "data-off": found.off.toFixed(6),
      }}
    >
      <div ref={ref} className={styles.plate}>
        <div className={styles.wide}>
          <TextBox
            name="prompt"
            label={words.prompt.label}
            value={values.prompt}
            note={note}
            warn={both.older}
            error={both.error}
            onChange={(text) => {
              for (const handle of both.handles) handle.load();
              set({ prompt: text });
            }}
          />
        </div>
        <div className={styles.controls}>
          <Choice
            legend={words.exact.rule}
            name="rule"
            value={values.rule as RuleName}
            options={words.exact.rules}
            onChange={(value) => set({ rule: value })}
            look="column"
          />
          <Choice
            legend={words.exact.samples}
            name="samples"
            value={values.samples as keyof typeof demo.controls.samples.options}
            options={demo.controls.samples.options}
            onChange={(value) => set({ samples: value })}
          />
          {(["temperature", "seed"] as const).map((name) => (
            <Slider
              key={name}
              {...demo.controls[name]}
              {...words.exact[name]}
              name={name}
              value={values[name]}
              initial={initial[name]}
              onChange={(value) => set({ [name]: value })}
            />
          ))}
          <div className={demoStyles.actions}>
            <Button onClick={() => set({ seed: (Math.round(values.seed) + 1) % 1000 })}>
              {words.exact.next}
            </Button>
          </div>
        </div>
        <div className={`${styles.picture} ${both.older ? demoStyles.stale : ""}`}>
          <p className={demoStyles.caption}>{words.exact.label(lastPart(both.target.prompt, 60))}</p>
          <MirrorBars
            label={words.exact.bars}
            names={words.exact.names}
            rows={rows.rows}
            rest={{ words: words.exact.rest(p.length - rows.rows.length), values: rows.rest }}
            end={axisEnd(Math.max(...rows.rows.flatMap(({ sides }) => sides.map(({ value }) => value))))}
          />
          <p className={demoStyles.sentence}>{sentence}</p>
        </div>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {settled}
      </p>
    </Instrument>
  );
}

/** The likeliest tokens with both their shares, and what is left over. `end`: name of token 0. */
function toRows(probs: number[], counts: number[], vocabulary: string[], end: string) {
  const total = counts.reduce((sum, number) => sum + number, 0);
  const order = probs.map((_, token) => token).sort((a, b) => probs[b] - probs[a]);
  const top = order.slice(0, shown);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  return {
    rows: top.map((token, rank) => ({
      rank: rank + 1,
      id: token,
      text: vocabulary[token],
      special: token === 0 ? end : undefined,
      sides: [{ value: probs[token] }, { value: counts[token] / total }] as const,
    })),
    rest: [
      Math.max(0, 1 - sum(top.map((token) => probs[token]))),
      Math.max(0, 1 - sum(top.map((token) => counts[token])) / total),
    ] as const,
  };
}
