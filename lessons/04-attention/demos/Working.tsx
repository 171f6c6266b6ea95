"use client";

import { fixed, percent } from "@/lib/plot/format";
import type { LessonStrings } from "../strings";
import type { HeadsView } from "../view";
import type { Cell } from "./AttentionMap";
import { Strip } from "./Strip";
import { shade, style } from "./shade";
import styles from "./Working.module.css";

interface WorkingProps {
  view: HeadsView;
  layer: number;
  head: number;
  cell: Cell;
  causal: boolean;
  /** `[T, T]` */
  weights: number[][];
  labels: string[];
  words: LessonStrings;
  onSelect(cell: Cell): void;
}

/** The selected query worked out: every score, the whole softmax row, and what is taken from the selected key. */
export function Working(props: WorkingProps) {
  const { view, layer, head, cell, causal, weights, labels, words } = props;
  const [t, s] = cell;
  const { working } = words;
  const hidden = causal && s > t;
  const dot = view.dots[layer][head][t][s];
  const vectors = view.vectors[layer][head];
  return (
    <div className={styles.working}>
      <Row {...props} />
      <div className={styles.steps}>
        <h4>{working.pair(words.quote(labels[t]), words.quote(labels[s]))}</h4>
        <p className={styles.step}>
          <span className={styles.formula}>
            q·k = <b>{fixed(dot, 2)}</b>
          </span>
          {working.products(view.d_k)}
        </p>
        {vectors ? (
          <Strip
            label={working.products(view.d_k)}
            values={vectors.q[t].map((x, i) => x * vectors.k[s][i])}
          />
        ) : (
          <p className={styles.later}>{working.later}</p>
        )}
        <p className={styles.step}>
          <span className={styles.formula}>
            q·k / √{view.d_k} = <b>{fixed(dot / Math.sqrt(view.d_k), 2)}</b>
          </span>
          {hidden ? working.hidden : working.share(percent(weights[t][s]))}
        </p>
        {vectors && (
          <>
            <p className={styles.step}>
              <span className={styles.formula}>{fixed(weights[t][s], 3)} · v</span>
              {working.taken(words.quote(labels[s]))}
            </p>
            <Strip
              label={working.taken(words.quote(labels[s]))}
              values={vectors.v[s].map((x) => weights[t][s] * x)}
              reach={reachOf(vectors.v)}
            />
            <p className={styles.step}>
              <span className={styles.formula}>Σ weight · v</span>
              {working.sum(words.quote(labels[t]))}
            </p>
            <Strip
              label={working.sum(words.quote(labels[t]))}
              values={vectors.v[0].map((_, i) =>
                weights[t].reduce((total, weight, key) => total + weight * vectors.v[key][i], 0),
              )}
              reach={reachOf(vectors.v)}
            />
          </>
        )}
      </div>
    </div>
  );
}

const reachOf = (rows: number[][]) => Math.max(...rows.map((row) => Math.max(...row.map(Math.abs))));

/** Every key of the selected query: score, scaled score, share. */
function Row({ view, layer, head, cell: [t, s], causal, weights, labels, words, onSelect }: WorkingProps) {
  const { working } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable
    <section className={styles.scroll} tabIndex={0} aria-label={working.row(words.quote(labels[t]))}>
      <table className={styles.row}>
        <caption>{working.row(words.quote(labels[t]))}</caption>
        <thead>
          <tr>
            <th scope="col">{working.key}</th>
            <th scope="col" className={styles.symbol}>
              q·k
            </th>
            <th scope="col" className={styles.symbol}>
              ÷√{view.d_k}
            </th>
            <th scope="col" className={styles.wide}>
              softmax
            </th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label, key) => {
            const dot = view.dots[layer][head][t][key];
            const hidden = causal && key > t;
            return (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: a token is its place in the text
                key={key}
                data-on={key === s || undefined}
                data-hidden={hidden || undefined}
                onPointerEnter={(event) => event.pointerType === "mouse" && onSelect([t, key])}
              >
                <th scope="row">{label}</th>
                <td>{fixed(dot, 2)}</td>
                <td>{hidden ? "−∞" : fixed(dot / Math.sqrt(view.d_k), 2)}</td>
                <td className={styles.share}>
                  <span
                    className={styles.bar}
                    style={style({
                      "--part": weights[t][key],
                      "--shade": shade(0.35 + 0.65 * weights[t][key]),
                    })}
                  />
                  <span>{hidden ? working.masked : percent(weights[t][key])}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
