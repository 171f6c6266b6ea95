"use client";

import { type CSSProperties, type KeyboardEvent, memo } from "react";
import { Choice } from "@/components/controls/Choice";
import { TextBox } from "@/components/controls/TextBox";
import { useControls } from "@/components/controls/useControls";
import { LiveStatus } from "@/components/model/LiveStatus";
import { useLive } from "@/components/model/useLive";
import { TokenTile } from "@/components/plot/TokenTile";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { useSettled } from "@/components/ui/useSettled";
import { printed } from "@/lib/plot/visible";
import { routes as demo } from "../controls";
import { examples, type Kind, kindNames } from "../kinds";
import { models } from "../presets";
import { type LessonStrings, stringsFor } from "../strings";
import { chosenBy, type RoutesView, readRoutes } from "../view";
import styles from "./Routes.module.css";

interface RoutesProps {
  prebuilt: RoutesView;
  id?: string;
  locale?: string;
}

/** A text, token by token, and the experts that each of them was sent to in each layer. */
export function Routes({ prebuilt, id, locale = "en" }: RoutesProps) {
  const words = stringsFor(locale);
  const bound = useControls(demo, { id });
  const { values, set } = bound;
  const { text } = values;
  const live = useLive(models.moe, text, { key: prebuilt.text, view: prebuilt }, (signal, model) =>
    readRoutes(signal, model, text),
  );
  const { view, stale } = live;
  const read = live.asking((next: string) => set({ text: next }));
  const at = Math.min(Math.round(values.at), view.pieces.length - 1);
  const name = at === 0 ? words.start : printed(view.pieces[at].text);
  const chosen = view.gates.map((_, layer) => chosenBy(view, layer, at));
  const sentence = words.routes.summary(name, chosen);
  const settled = useSettled(sentence);
  return (
    <Instrument
      id={id ?? demo.id}
      bound={bound}
      title={words.routes.title}
      provenance={live.provenance}
      status={<LiveStatus live={live} words={words.status} />}
      data={{ "data-state": live.state, "data-text": view.text, "data-at": at }}
    >
      <div ref={live.ref} className={demoStyles.plate}>
        <Choice
          legend={words.routes.kind}
          name="text"
          value={kindNames.find((kind) => examples[kind] === text)}
          options={words.kinds}
          onChange={(kind: Kind) => read(examples[kind])}
        />
        <TextBox
          name="text"
          label={words.text.label}
          value={text}
          note={stale ? words.stale[stale] : words.text.note(view.pieces.length - 1)}
          warn={stale !== undefined}
          error={live.error}
          onChange={read}
        />
        <div className={`${demoStyles.plate} ${stale ? demoStyles.stale : ""}`}>
          <Cards view={view} at={at} words={words} onSelect={(t) => set({ at: t })} />
          <p className={demoStyles.note}>
            {words.routes.legend} {words.routes.spread(pathsOf(view), view.pieces.length)}
          </p>
          <TokenTable view={view} at={at} name={name} words={words} />
          <p className={demoStyles.sentence}>{sentence}</p>
        </div>
        <p className="visually-hidden" aria-live="polite">
          {live.by ? settled : ""}
        </p>
      </div>
    </Instrument>
  );
}

interface CardsProps {
  view: RoutesView;
  at: number;
  words: LessonStrings;
  onSelect(t: number): void;
}

/** Arrow keys walk along the text. */
function Cards({ view, at, words, onSelect }: CardsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: view.pieces.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = Math.min(view.pieces.length - 1, Math.max(0, target));
    onSelect(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-token="${next}"]`)?.focus();
  };
  return (
    <ol className={styles.stream} aria-label={words.routes.stream} onKeyDown={onKeyDown}>
      {view.pieces.map(({ id, text }, t) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text.
        <li key={`${t} ${id}`}>
          <button
            type="button"
            className={styles.card}
            data-token={t}
            aria-pressed={t === at}
            aria-label={words.routes.card(
              t === 0 ? words.start : printed(text),
              view.gates.map((_, layer) => chosenBy(view, layer, t)),
            )}
            tabIndex={t === at ? 0 : -1}
            onClick={() => onSelect(t)}
          >
            <TokenTile text={text} special={t === 0 ? words.start : id === 0 ? words.end : undefined} />
            <Holes view={view} t={t} />
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Memoized: another selected token draws no card anew. */
const Holes = memo(function Holes({ view: { gates }, t }: { view: RoutesView; t: number }) {
  return (
    <svg
      className={styles.holes}
      viewBox={`0 0 ${gates[0][t].length * 5.5} ${gates.length * 6}`}
      aria-hidden="true"
    >
      <path
        className={styles.hole}
        d={gates.flatMap((layer, l) => layer[t].map((_, e) => `M${e * 5.5} ${l * 6}h4.3v4.8h-4.3z`)).join("")}
      />
      {gates.flatMap((layer, l) =>
        layer[t].map(
          (weight, e) =>
            weight > 0 && (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its layer and its expert.
                key={`${l} ${e}`}
                className={styles.run}
                style={{ "--t": weight } as CSSProperties}
                x={e * 5.5}
                y={l * 6}
                width="4.3"
                height="4.8"
                rx="0.8"
              />
            ),
        ),
      )}
    </svg>
  );
});

function TokenTable({ view, at, name, words }: Omit<CardsProps, "onSelect"> & { name: string }) {
  const experts = view.gates[0][at].map((_, expert) => expert);
  return (
    <div className={demoStyles.plate}>
      <p className={demoStyles.note}>{words.routes.hint}</p>
      <table className={styles.squares} aria-label={words.routes.table(name)}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.likes.layer}</span>
            </th>
            {experts.map((expert) => (
              <th key={expert} scope="col">
                <span className="visually-hidden">{words.likes.expert} </span>
                {expert}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.gates.map((rows, layer) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its layer.
            <tr key={layer}>
              <th scope="row">{words.layer(layer)}</th>
              {experts.map((expert) => {
                const [probability, weight] = [view.router[layer][at][expert], rows[at][expert]];
                return (
                  <td
                    key={expert}
                    data-run={weight > 0 || undefined}
                    style={{ "--t": probability } as CSSProperties}
                  >
                    {words.share(probability)}
                    {weight > 0 && <span className={styles.weight}>{words.share(weight)}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many different sets of experts, over all layers, the tokens take. */
function pathsOf(view: RoutesView): number {
  const pathOf = (t: number) =>
    view.gates.map((layer) => layer[t].flatMap((weight, e) => (weight > 0 ? [e] : [])).join(" ")).join("; ");
  return new Set(view.pieces.map((_, t) => pathOf(t))).size;
}
