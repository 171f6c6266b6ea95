"use client";

import { useCallback, useId, useMemo } from "react";
import { Checkbox } from "@/components/controls/Checkbox";
import { TextBox } from "@/components/controls/TextBox";
import { useControls } from "@/components/controls/useControls";
import { LiveStatus } from "@/components/model/LiveStatus";
import { useLive } from "@/components/model/useLive";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { useSettled } from "@/components/ui/useSettled";
import { heads as description, toAddress } from "../controls";
import { measureHead } from "../heads";
import { stringsFor } from "../strings";
import { type HeadsView, readHeads, toWeights } from "../view";
import { AttentionMap, type Cell } from "./AttentionMap";
import { HeadGrid } from "./HeadGrid";
import styles from "./Heads.module.css";
import { labelOf } from "./shade";
import { Working } from "./Working";

interface HeadsProps {
  text: string;
  /** Name of the model. */
  on: string;
  prebuilt: HeadsView;
  id?: string;
  locale?: string;
}

/** All heads of the model on one text; one enlarged; one row of it worked out. */
export function Heads({ text: first, on, prebuilt, id, locale }: HeadsProps) {
  const words = stringsFor(locale ?? "en");
  const sentenceId = useId();
  const bound = useControls(description, { id, opening: { text: first } });
  const { text, causal } = bound.values;
  const [layer, head] = toAddress(bound.values.head);
  const setCell = ([query, key]: Cell) => bound.set({ query, key });
  const live = useLive(on, text, { key: prebuilt.text, view: prebuilt }, (signal, model) =>
    readHeads(signal, model, text),
  );
  const { view, stale } = live;
  const T = view.tokens.length;
  const cell: Cell = [Math.min(bound.values.query, T - 1), Math.min(bound.values.key, T - 1)];

  const maps = useMemo(
    () => view.dots.map((heads) => heads.map((dots) => toWeights(dots, view.d_k))),
    [view],
  );
  const measures = useMemo(
    () => maps.map((heads) => heads.map((map) => measureHead(map, view.tokens))),
    [maps, view],
  );
  const labels = useMemo(() => view.names.map((_, t) => labelOf(view.names, t, words.start)), [view, words]);
  const weights = useMemo(
    () => (causal ? maps[layer][head] : toWeights(view.dots[layer][head], view.d_k, false)),
    [causal, maps, view, layer, head],
  );
  const reading = useCallback(
    (t: number, s: number) =>
      words.heads.reading(labels[t], labels[s], causal && s > t ? undefined : weights[t][s]),
    [words, labels, causal, weights],
  );
  const sentence = words.heads.sentence(layer, head, measures[layer][head]);
  const settled = useSettled(sentence);

  return (
    <Instrument
      id={id ?? description.id}
      bound={bound}
      title={words.heads.title}
      provenance={live.provenance}
      status={
        <LiveStatus
          live={live}
          words={words.status}
          note={view.gap !== undefined ? words.heads.gap(view.gap) : undefined}
        />
      }
      data={{ "data-state": live.state, "data-text": view.text, "data-selected": `${layer}.${head}` }}
    >
      <div ref={live.ref} className={styles.plate}>
        <div className={styles.text}>
          <TextBox
            name="text"
            label={words.text.label}
            value={text}
            note={stale ? words.stale[stale] : words.text.note(T)}
            warn={stale !== undefined}
            error={live.error}
            onChange={live.asking((value) => bound.set({ text: value }))}
          />
        </div>
        <div className={`${styles.side} ${stale ? demoStyles.stale : ""}`}>
          <p className={demoStyles.subhead}>{words.heads.all}</p>
          <HeadGrid
            label={words.heads.all}
            maps={maps}
            selected={[layer, head]}
            nameOf={(l, h) => words.heads.sentence(l, h, measures[l][h])}
            captionOf={(l, h) => words.heads.caption(measures[l][h])}
            layerOf={words.heads.layer}
            onSelect={(selected) => bound.set({ head: selected.join(".") })}
          />
        </div>
        <div className={`${styles.main} ${stale ? demoStyles.stale : ""}`}>
          <p id={sentenceId} className={`${demoStyles.sentence} ${styles.sentence}`}>
            {sentence}
          </p>
          <AttentionMap
            weights={weights}
            labels={labels}
            causal={causal}
            selected={cell}
            words={{ queries: words.heads.queries, keys: words.heads.keys, reading }}
            describedBy={sentenceId}
            onSelect={setCell}
          />
        </div>
        <div className={styles.options}>
          <Checkbox
            name="causal"
            label={words.heads.mask}
            checked={causal}
            onChange={(on) => bound.set({ causal: on })}
          />
          <p className={styles.hint}>{causal ? words.heads.hint : words.heads.unmasked}</p>
        </div>
        <div className={`${styles.working} ${stale ? demoStyles.stale : ""}`}>
          <Working
            view={view}
            layer={layer}
            head={head}
            cell={cell}
            causal={causal}
            weights={weights}
            labels={labels}
            words={words}
            onSelect={setCell}
          />
        </div>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {settled}
      </p>
    </Instrument>
  );
}
