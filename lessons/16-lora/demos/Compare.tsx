"use client";

import type { CSSProperties } from "react";
import { useControls } from "@/components/controls/useControls";
import { Frame, FrameLine, Spot } from "@/components/plot/Frame";
import { ColumnNames } from "@/components/ui/ColumnNames";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Slider } from "@/components/ui/Slider";
import { useSettled } from "@/components/ui/useSettled";
import { count, fixed } from "@/lib/plot/format";
import { compare } from "../controls";
import { stringsFor } from "../strings";
import type { Point, Run } from "../study/study";
import styles from "./Compare.module.css";
import lessonStyles from "./Demo.module.css";

interface CompareProps {
  runs: Run[];
  id?: string;
  locale?: string;
}

const colors = ["var(--cat-1)", "var(--cat-3)", "var(--cat-4)", "var(--cat-2)", "var(--ink-2)"];
const color = (i: number) => ({ "--color": colors[i % colors.length] }) as CSSProperties;

/** What each way of training learns of a new kind of text, against what it forgets of the old. Not live. */
export function Compare({ runs, id, locale }: CompareProps) {
  const words = stringsFor(locale ?? "en").compare;
  const bound = useControls(compare, { id });
  const wanted = bound.values["study-step"];
  const measured = runs[0].points.map(({ step }) => step);
  const step = measured.reduce((best, one) =>
    Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best,
  );
  const rows = runs.map((run) => ({ ...run, ...run.points.find((point) => point.step === step)! }));
  const [from] = runs[0].points;
  const all = runs.flatMap(({ points }) => points);
  const rangeOf = (values: number[]): [number, number] => [
    0.9 * Math.min(...values),
    1.05 * Math.max(...values),
  ];
  const [xs, ys] = [rangeOf(all.map(({ heldOut }) => heldOut)), rangeOf(all.map(({ base }) => base))];
  // Logarithmic, as losses are compared by ratios here.
  const place = (value: number, [low, high]: [number, number]) =>
    Math.log(value / low) / Math.log(high / low);
  const at = ({ heldOut, base }: Pick<Point, "heldOut" | "base">) => ({
    x: place(heldOut, xs),
    y: place(base, ys),
  });
  const sentence = words.summary(rows, step, from.base);
  const settled = useSettled(sentence);

  return (
    <Instrument
      id={id ?? compare.id}
      bound={bound}
      title={words.title}
      provenance="reference"
      status={words.status}
      data={{ "data-state": "live", "data-step": step }}
    >
      <div className={demoStyles.plate}>
        <Slider
          name="study-step"
          label={words.step}
          min={compare.controls["study-step"].min}
          max={compare.controls["study-step"].max}
          step={1}
          value={wanted}
          initial={bound.initial["study-step"]}
          onChange={(value) => bound.set({ "study-step": value })}
        />
        <p className={demoStyles.subhead}>{words.caption}</p>
        <Frame
          className={styles.frame}
          lines={runs.map(({ name, settings, points }, i) => (
            <FrameLine
              key={name}
              className={styles.line}
              style={color(i)}
              data-full={settings.method === "full" || undefined}
              points={points.filter((point) => point.step <= step).map(at)}
            />
          ))}
        >
          <Spot className={styles.base} {...at(from)} />
          {rows.map((row, i) => (
            <Spot
              key={row.name}
              className={styles.mark}
              data-full={row.settings.method === "full" || undefined}
              style={color(i)}
              {...at(row)}
            >
              {letter(i)}
            </Spot>
          ))}
          <span className={styles.x}>{words.x}</span>
          <span className={styles.y}>{words.y}</span>
        </Frame>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable */}
        <section className={lessonStyles.scroll} tabIndex={0} aria-label={words.table}>
          <table className={`${demoStyles.numbers} ${lessonStyles.table}`}>
            <ColumnNames names={words.columns} />
            <tbody>
              {rows.map((row, i) => (
                <tr key={row.name}>
                  <th scope="row" className={lessonStyles.left}>
                    <span className={styles.letter} style={color(i)}>
                      {letter(i)}
                    </span>
                    {row.name}
                  </th>
                  <td>{count(row.parameters)}</td>
                  <td>{fixed(row.learned, 2)}</td>
                  <td>{fixed(row.heldOut, 2)}</td>
                  <td>{fixed(row.base, 2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p className="visually-hidden" aria-live="polite">
          {settled}
        </p>
      </div>
    </Instrument>
  );
}

function letter(i: number): string {
  return String.fromCharCode(65 + i);
}
