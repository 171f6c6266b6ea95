"use client";

import type { CSSProperties } from "react";
import { Choice } from "@/components/controls/Choice";
import { useControls } from "@/components/controls/useControls";
import { ColumnNames } from "@/components/ui/ColumnNames";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Slider } from "@/components/ui/Slider";
import { useSettled } from "@/components/ui/useSettled";
import { count } from "@/lib/plot/format";
import { memory as demo } from "../controls";
import { expertsRead } from "../routing";
import { type Design, parametersRead, sizesOf } from "../sizes";
import { stringsFor } from "../strings";
import styles from "./Memory.module.css";

interface MemoryProps {
  designs: { mixtral: Design; moe: Design };
  id?: string;
  locale?: string;
}

/** What has to be in memory, what a step reads of it, and what a token computes with. */
export function Memory({ designs, id, locale = "en" }: MemoryProps) {
  const words = stringsFor(locale).memory;
  const { billions, bytes, share } = stringsFor(locale);
  const bound = useControls(demo, { id });
  const { values, initial, set } = bound;
  const experts = Math.round(values.experts);
  const perToken = Math.min(experts, Math.round(values.active));
  const tokens = Math.round(values.tokens);
  const design: Design = { ...designs[values.model as keyof typeof designs], experts, perToken };
  const { shared, routers, total, active } = sizesOf(design);
  const seen = expertsRead(experts, perToken, tokens);
  const rows = { held: total, read: parametersRead(design, seen), used: active };
  const sentence = words.summary({ ...rows, tokens, expertsRead: seen, experts });
  const settled = useSettled(sentence);
  return (
    <Instrument
      id={id ?? demo.id}
      bound={bound}
      title={words.title}
      provenance="simulated"
      status={words.status}
      data={{
        "data-state": "live",
        "data-total": total,
        "data-active": active,
        "data-read": Math.round(rows.read),
      }}
      controls={
        <>
          <Choice
            legend={words.model}
            name="model"
            value={values.model as keyof typeof designs}
            options={words.models}
            onChange={(model) => set({ model, experts: 8, active: 2 })}
            look="column"
          />
          {(["experts", "active", "tokens"] as const).map((name) => (
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
        </>
      }
    >
      <div className={demoStyles.plate}>
        <p className={demoStyles.subhead}>{words.caption}</p>
        <div className={styles.rows} aria-hidden="true">
          {(["held", "read", "used"] as const).map((row) => [
            <span key={`${row} name`}>
              {words.rows[row]}: <strong>{billions(rows[row])}</strong>
            </span>,
            <span key={`${row} bar`} className={styles.bar}>
              <span className={styles.shared} style={part((shared + routers) / total)} />
              <span className={styles.experts} style={part((rows[row] - shared - routers) / total)} />
            </span>,
          ])}
        </div>
        <p className={demoStyles.sentence}>{sentence}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <section className={demoStyles.scroll} aria-label={words.table} tabIndex={0}>
          <table className={demoStyles.numbers}>
            <ColumnNames names={words.columns} />
            <tbody>
              {(["held", "read", "used"] as const).map((row) => (
                <tr key={row}>
                  <th scope="row">{words.rows[row]}</th>
                  <td>{count(Math.round(rows[row]))}</td>
                  <td>{bytes(2 * rows[row])}</td>
                  <td>{share(rows[row] / total)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
      <p className="visually-hidden" aria-live="polite">
        {settled}
      </p>
    </Instrument>
  );
}

function part(value: number): CSSProperties {
  return { "--part": value.toFixed(4) } as CSSProperties;
}
