"use client";

import { useState } from "react";
import { useControls } from "@/components/controls/useControls";
import { Button } from "@/components/ui/Button";
import demoStyles from "@/components/ui/demo.module.css";
import { Instrument } from "@/components/ui/Instrument";
import { Sentence } from "@/components/ui/Sentence";
import { oddities } from "../adjust";
import { calculator } from "../controls";
import { count, parts, ruleOfThumb } from "../count";
import { toConfig, toPatch, toPreset } from "../design";
import { type PresetName, presetOf } from "../presets";
import { stringsFor } from "../strings";
import styles from "./Demo.module.css";
import { DesignControls } from "./DesignControls";
import { PartReadout } from "./PartReadout";
import { PartsMap } from "./PartsMap";
import { PartsTable } from "./PartsTable";
import { toRows } from "./part-rows";
import { useReady } from "./useReady";
import { Yardstick } from "./Yardstick";

/** The exact count of any decoder-only Transformer, beside 12·L·H². */
export function Calculator({ id = "calculator", locale = "en" }: { id?: string; locale?: string }) {
  const words = stringsFor(locale);
  const bound = useControls(calculator, { id });
  const { values, set } = bound;
  const { table } = values;
  const model = values.model as PresetName;
  const [active, setActive] = useState(0);
  const config = toConfig(values);
  const { total, active: used } = count(config);
  const rule = ruleOfThumb(config);
  const rows = toRows(config);
  const preset = presetOf(model);
  const own = parts.some((part) => count(config, [part]).total !== count(preset.config, [part]).total);
  const row = rows[Math.min(active, rows.length - 1)];
  const exact = preset.published.total === count(preset.config).total;
  return (
    <Instrument
      id={id}
      bound={bound}
      title={words.calculator.title}
      provenance={own ? "simulated" : "reference"}
      status={own ? words.calculator.own : words.calculator.published(preset.published.total, exact)}
      data={{ "data-state": useReady(), "data-model": own ? "own" : model, "data-total": total }}
      controls={
        <DesignControls
          config={config}
          initial={preset.config}
          preset={model}
          own={own}
          words={words}
          onPreset={(name) => set(toPreset(name))}
          onChange={(by) => set(toPatch(values, by))}
        />
      }
    >
      <div className={demoStyles.plate}>
        <Yardstick total={total} used={used} rule={rule} words={words} />
        {table ? (
          <PartsTable rows={rows} total={total} used={used} words={words} />
        ) : (
          <>
            <PartsMap
              config={config}
              rows={rows}
              total={total}
              active={row.part}
              onActive={setActive}
              words={words}
            />
            <PartReadout row={row} total={total} words={words} />
          </>
        )}
        <div>
          <Button onClick={() => set({ table: !table })}>
            {table ? words.calculator.asMap : words.calculator.asTable}
          </Button>
        </div>
        <Sentence>{words.calculator.sentence(config, total, used, rule)}</Sentence>
        {config.tied && <p className={styles.hint}>{words.calculator.tiedNote}</p>}
        {oddities(config).map((oddity) => (
          <p key={oddity} className={styles.warning}>
            {words.calculator.oddities[oddity]}
          </p>
        ))}
      </div>
    </Instrument>
  );
}
