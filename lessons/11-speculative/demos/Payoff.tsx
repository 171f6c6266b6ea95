"use client";

import { useControls } from "@/components/controls/useControls";
import { Line } from "@/components/plot/Line";
import { Button } from "@/components/ui/Button";
import { ColumnNames } from "@/components/ui/ColumnNames";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Slider } from "@/components/ui/Slider";
import { useSettled } from "@/components/ui/useSettled";
import { fixed } from "@/lib/plot/format";
import { payoff as demo } from "../controls";
import { expectedTokens, speedUp } from "../speed";
import { stringsFor } from "../strings";
import styles from "./Demo.module.css";

interface PayoffProps {
  /** What was measured on the pair. */
  ours: { alpha: number; c: number; check: number };
  id?: string;
  locale?: string;
}

const most = 15;
const gammas = Array.from({ length: most + 1 }, (_, gamma) => gamma);
const examples = { note: { alpha: 0.75, c: 0.33, check: 1 }, twice: { alpha: 0.8, c: 0.17, check: 1 } };

/** The formula, with its three numbers on sliders. */
export function Payoff({ ours, id, locale = "en" }: PayoffProps) {
  const words = stringsFor(locale).payoff;
  const bound = useControls(demo, { id });
  const { values, initial, set } = bound;
  const { alpha, c, check } = values;
  // Without a draft there is nothing to check: γ = 0 is plain decoding at any price of a check.
  const speeds = gammas.map((gamma) => (gamma === 0 ? 1 : speedUp(alpha, gamma, c, check)));
  const best = speeds.indexOf(Math.max(...speeds));
  const top = Math.max(2, ...speeds) * 1.1;
  const sentence = words.summary(
    best,
    speeds[best],
    expectedTokens(alpha, best),
    expectedTokens(alpha, best) / check,
  );
  const settled = useSettled(sentence);
  return (
    <Instrument
      id={id ?? demo.id}
      bound={bound}
      title={words.title}
      provenance="simulated"
      status={words.status}
      data={{ "data-state": "live", "data-best": best, "data-speed": speeds[best].toFixed(3) }}
    >
      <div className={styles.plate}>
        <div className={styles.controls}>
          {(["alpha", "c", "check"] as const).map((name) => (
            <Slider
              key={name}
              {...demo.controls[name]}
              {...words[name]}
              name={name}
              value={values[name]}
              initial={initial[name]}
              onChange={(value) => set({ [name]: value })}
            />
          ))}
          <fieldset className={styles.presets}>
            <legend className="visually-hidden">{words.presets.label}</legend>
            <Button onClick={() => set(examples.note)}>{words.presets.note}</Button>
            <Button onClick={() => set(examples.twice)}>{words.presets.twice}</Button>
            <Button onClick={() => set(ours)}>{words.presets.ours}</Button>
          </fieldset>
        </div>
        <div className={styles.picture}>
          <Line
            caption={words.caption(most)}
            points={speeds.map((speed, gamma) => ({ x: gamma / most, y: speed / top }))}
            ticks={gammas.map((gamma) => gamma / most)}
            guides={[{ y: 1 / top, words: words.plain, at: "end" }]}
            marker={{ x: best / most, y: speeds[best] / top, value: words.marker(best, speeds[best]) }}
          />
          <p className={demoStyles.sentence}>{sentence}</p>
          <details className={demoStyles.details}>
            <summary>{words.table}</summary>
            <table className={`${demoStyles.words} ${styles.table}`}>
              <ColumnNames names={Object.values(words.columns)} />
              <tbody>
                {gammas.map((gamma) => (
                  <tr key={gamma}>
                    <th scope="row">{gamma}</th>
                    <td>{fixed(expectedTokens(alpha, gamma), 2)}</td>
                    <td>{fixed(gamma === 0 ? 1 : gamma * c + check, 2)}</td>
                    <td>{fixed(speeds[gamma], 2)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </div>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {settled}
      </p>
    </Instrument>
  );
}
